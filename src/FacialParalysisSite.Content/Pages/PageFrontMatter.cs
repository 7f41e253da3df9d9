using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Pages;

/// <summary>The fields at the head of a page, typed; the names in them are not yet looked up.</summary>
internal sealed record PageFrontMatter
{
    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string? ShortTitle { get; init; }

    public required Menu? Menu { get; init; }

    public required int Order { get; init; }

    public required Located<string>? Category { get; init; }

    public required Located<ContentDate>? Updated { get; init; }

    public required bool Clinical { get; init; }

    public required ReviewFields Review { get; init; }

    public required bool Draft { get; init; }

    public required Located<ContentDate>? Expires { get; init; }

    public required IReadOnlyList<Located<string>> Aliases { get; init; }

    public required bool Urgent { get; init; }

    public required bool OffLabel { get; init; }

    public required bool Questions { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    public required IReadOnlyList<Located<string>> People { get; init; }

    public static PageFrontMatter Read(FieldReader fields)
    {
        var read = new PageFrontMatter
        {
            Title = fields.RequiredText("title", DocumentFields.LongestTitle),
            Summary = fields.RequiredText("summary", DocumentFields.LongestSummary),
            ShortTitle = fields.Text("shortTitle", longest: 30),
            Menu = fields.Choice("menu", "main", "footer") switch
            {
                "main" => Pages.Menu.Main,
                "footer" => Pages.Menu.Footer,
                _ => null,
            },
            Order = fields.Number("order", smallest: 0, largest: 1000) ?? 1000,
            Category = fields.Slug("category"),
            Updated = fields.Date("updated"),
            Clinical = fields.Flag("clinical"),
            Review = ReviewFields.Read(fields),
            Draft = fields.Flag("draft"),
            Expires = fields.Date("expires"),
            Aliases = DocumentFields.Aliases(fields),
            Urgent = fields.Flag("urgent"),
            OffLabel = fields.Flag("offLabel"),
            Questions = fields.Flag("questions"),
            Sources = DocumentFields.Sources(fields),
            People = fields.Slugs("people"),
        };
        fields.RefuseOthers();
        return read;
    }
}
