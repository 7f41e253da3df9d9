using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Articles;

/// <summary>The fields at the head of an article, typed; the names in them are not yet looked up.</summary>
internal sealed record ArticleFrontMatter
{
    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required Located<string> Category { get; init; }

    public required Located<string> Author { get; init; }

    public required ContentDate Published { get; init; }

    public required IReadOnlyList<Located<string>> Tags { get; init; }

    public required Located<ContentDate>? Updated { get; init; }

    public required ReviewFields Review { get; init; }

    public required bool Draft { get; init; }

    public required Located<ContentDate>? Expires { get; init; }

    public required IReadOnlyList<Located<string>> Aliases { get; init; }

    public required IReadOnlyList<Located<string>> InShort { get; init; }

    public required bool Urgent { get; init; }

    public required bool OffLabel { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    public required IReadOnlyList<Located<string>> Related { get; init; }

    public required Located<string>? Image { get; init; }

    public required string? ImageAlt { get; init; }

    public static ArticleFrontMatter Read(FieldReader fields)
    {
        var read = new ArticleFrontMatter
        {
            Title = fields.RequiredText("title", DocumentFields.LongestTitle),
            Summary = fields.RequiredText("summary", DocumentFields.LongestSummary),
            Category = fields.RequiredSlug("category"),
            Author = fields.RequiredSlug("author"),
            Published = fields.RequiredDate("published")?.Value ?? default,
            Tags = fields.Slugs("tags"),
            Updated = fields.Date("updated"),
            Review = ReviewFields.Read(fields),
            Draft = fields.Flag("draft"),
            Expires = fields.Date("expires"),
            Aliases = DocumentFields.Aliases(fields),
            InShort = fields.Texts("inShort", longest: 300),
            Urgent = fields.Flag("urgent"),
            OffLabel = fields.Flag("offLabel"),
            Sources = DocumentFields.Sources(fields),
            Related = fields.Slugs("related"),
            Image = fields.Text("image", longest: 200) is { } image ? new Located<string>("images/" + image, fields.PositionOf("image")) : null,
            ImageAlt = fields.Text("imageAlt", longest: 300),
        };
        fields.RefuseOthers();
        read.CompareFields(fields);
        return read;
    }

    /// <summary>Reports values that are right by themselves but not together.</summary>
    private void CompareFields(FieldReader fields)
    {
        if (fields.CountOf("inShort") is 1 or > 5)
        {
            fields.Problems.Add(fields.PositionOf("inShort"), ProblemCode.OutOfRange, $"\"inShort\" has {fields.CountOf("inShort")} lines.",
                "Write two to five lines.");
        }

        if (Updated is { } updated && Published.Day > updated.Value.Day && fields.Has("published"))
        {
            fields.Contradict("updated", "The text was updated before it was published.", "Correct one of the two dates.");
        }

        if (Expires is { } expires && expires.Value.IsBefore(Published))
        {
            fields.Contradict("expires", "The article expires before it is published.", "Correct one of the two dates.");
        }

        if (Image is null != ImageAlt is null && !HasBoth(fields, "image", "imageAlt"))
        {
            fields.Contradict(Image is null ? "imageAlt" : "image", "A picture needs a description, and a description a picture.",
                "Fill in both \"image\" and \"imageAlt\", or delete both.");
        }

        if (OffLabel && fields.CountOf("sources") == 0)
        {
            fields.Contradict("offLabel", "An off-label use is described without any source.", "List at least one source in \"sources\" and cite it.");
        }
    }

    // Where one of the two is there but faulty, that fault has been named already.
    private static bool HasBoth(FieldReader fields, string one, string other) => fields.Has(one) && fields.Has(other);
}
