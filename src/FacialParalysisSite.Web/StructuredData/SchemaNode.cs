using System.Text.Json.Serialization;

namespace FacialParalysisSite.Web.StructuredData;

/// <summary>A thing as schema.org describes it. What is null is not written.</summary>
/// <param name="Type">The name of its type, or a list of names.</param>
internal abstract record SchemaNode([property: JsonPropertyName("@type"), JsonPropertyOrder(-2)] object Type)
{
    /// <summary>By what other nodes name it.</summary>
    [JsonPropertyName("@id"), JsonPropertyOrder(-1)]
    public string? Id { get; init; }
}

/// <summary>A person or an organization of whom the name alone is said.</summary>
internal sealed record NameNode(object Type, string Name) : SchemaNode(Type);

/// <summary>The clinic, with its address as far as it is confirmed.</summary>
internal sealed record ClinicNode(string Name, string Url, string Telephone, object Address, string? Email, string Logo, IReadOnlyList<string>? SameAs)
    : SchemaNode("MedicalClinic");

internal sealed record AddressNode(string AddressLocality, string? AddressRegion) : SchemaNode("PostalAddress");

internal sealed record PhysicianNode(string Name, string Description, NameNode ParentOrganization) : SchemaNode("Physician");

internal sealed record PageNode(object Type, string Name, string Description, string Url, string InLanguage) : SchemaNode(Type)
{
    public string? DateModified { get; init; }

    public string? LastReviewed { get; init; }

    public NameNode? ReviewedBy { get; init; }

    public IReadOnlyList<QuestionNode>? MainEntity { get; init; }
}

internal sealed record QuestionNode(string Name, AnswerNode AcceptedAnswer) : SchemaNode("Question");

internal sealed record AnswerNode(string Text) : SchemaNode("Answer");

internal sealed record ArticleNode(string Headline, string Description, NameNode Author, NameNode Publisher, string DatePublished, string? DateModified, string? Image,
    string ArticleSection, IReadOnlyList<string>? Keywords, string TimeRequired, string MainEntityOfPage) : SchemaNode("Article");

internal sealed record BreadcrumbsNode(IReadOnlyList<StepNode> ItemListElement) : SchemaNode("BreadcrumbList");

internal sealed record StepNode(int Position, string Name, string Item) : SchemaNode("ListItem");
