using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Markdown;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>
/// Pictures from before and after a treatment, complete and without errors. Whether it may be shown now, the catalog knows.
/// </summary>
public sealed record GalleryCase
{
    /// <summary>The name of its file without the ending, and the last part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Path of its file below the content folder.</summary>
    public required string File { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required CaseKind Kind { get; init; }

    /// <summary>What was done, or what a drawing is about; at least one.</summary>
    public required IReadOnlyList<Procedure> Procedures { get; init; }

    /// <summary>The year of the treatment; null for an illustration.</summary>
    public int? Treated { get; init; }

    /// <summary>How long after the treatment the later pictures were taken; an illustration may have none.</summary>
    public ElapsedTime? AfterTreatment { get; init; }

    /// <summary>The views in the order in which the file names them; at least one.</summary>
    public required IReadOnlyList<CaseView> Views { get; init; }

    /// <summary>The patient's permission; null for an illustration.</summary>
    public Authorization? Authorization { get; init; }

    public required ContentDate Published { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>The last review; null as long as no clinician has reviewed it.</summary>
    public Review? Review { get; init; }

    /// <summary>Whether the line about emergencies stands on top.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether it speaks of a use that the FDA has not approved.</summary>
    public bool IsOffLabel { get; init; }

    /// <summary>The sources, in the order of their numbers in the text.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    public required MarkdownBody Body { get; init; }

    /// <summary>The school grade at which the text reads; null where it has no sentences.</summary>
    public ReadingGrade? Grade { get; init; }

    public string Address => SiteAddresses.OfCase(Slug);

    public bool IsOfPatient => Kind == CaseKind.Patient;

    /// <summary>When it last changed for those who look at it.</summary>
    public ContentDate LastChanged => ContentDate.Latest(Published, Review?.On);

    internal IEnumerable<CasePicture> Pictures => Views.SelectMany(view => new[] { view.Before, view.After });
}

/// <summary>What was done.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Article">Slug of the article about it; null for none.</param>
public sealed record Procedure(string Name, string? Article);

/// <summary>The same part of a face from the same side, before and after.</summary>
/// <param name="Name">Such as "Smiling, from the front".</param>
/// <param name="Before">Before the treatment.</param>
/// <param name="After">After it.</param>
public sealed record CaseView(string Name, CasePicture Before, CasePicture After);

/// <summary>A picture of a case.</summary>
/// <param name="Path">Path below the content folder: <c>images/gallery/smile-before.png</c>.</param>
/// <param name="Alt">What it shows.</param>
public sealed record CasePicture(string Path, string Alt);
