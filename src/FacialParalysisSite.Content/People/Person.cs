using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Content.People;

/// <summary>Someone who writes, reviews or works at the clinic.</summary>
public sealed record Person
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>Degrees and titles behind the name, such as "MD, FACS".</summary>
    public string? Credentials { get; init; }

    public required string Role { get; init; }

    /// <summary>Whether this person may review what the site says about medicine.</summary>
    public bool IsClinician { get; init; }

    /// <summary>Whether this is no person, but the clinic itself or another organization.</summary>
    public bool IsOrganization { get; init; }

    /// <summary>Whether the clinic has confirmed what is said of this person.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>A short biography; null where none could be read.</summary>
    public MarkdownBody? Body { get; init; }

    /// <summary>The name with the credentials: "Babak Azizzadeh, MD, FACS".</summary>
    public string NameAndCredentials => Credentials is null ? Name : $"{Name}, {Credentials}";
}
