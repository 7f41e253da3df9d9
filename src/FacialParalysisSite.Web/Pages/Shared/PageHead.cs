using System.Diagnostics.CodeAnalysis;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Pages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>What the frame around a page needs to know of it.</summary>
/// <param name="Title">The title, without the clinic's name.</param>
/// <param name="Description">A sentence or two for search engines.</param>
internal sealed record PageHead(string Title, string Description)
{
    private const string Key = "Head";

    /// <summary>From here on search engines cut a title off; html-validate's rule <c>long-title</c>.</summary>
    private const int LongestTitle = 70;

    /// <summary>The path of the page's own address, with the number of the part where a list has several; null for none.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the line about emergencies stands on top.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Lines for somebody who may need help now, which stand on top.</summary>
    public IReadOnlyList<string> HelpLines { get; init; } = [];

    /// <summary>Whether readers cannot see it: a draft.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Whether it lists drafts: it is published itself, but must not be kept.</summary>
    public bool ListsPreviews { get; init; }

    /// <summary>Whether it lists nothing yet: search engines are not to lead anybody there.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether it shows patients: nothing of it may be kept, and no search engine may index its pictures.</summary>
    public bool ShowsPatients { get; init; }

    /// <summary>Whether readers and search engines may keep it under its address.</summary>
    [MemberNotNullWhen(true, nameof(Path))]
    public bool IsPublic => Path is not null && !IsPreview && !ListsPreviews;

    /// <summary>The pages above it.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>The category it belongs to, which gives it the picture that goes with links to it; null for none.</summary>
    public Category? Category { get; init; }

    /// <summary>The article it shows; null for other pages.</summary>
    public Article? Article { get; init; }

    /// <summary>The page of <c>content/pages</c> it shows; null for others.</summary>
    public Page? Page { get; init; }

    /// <summary>The title with the clinic's name, where both can be read.</summary>
    public string TitleIn(string clinic) => Title + " | " + clinic is { Length: <= LongestTitle } whole ? whole : Title;

    public static PageHead Of(ViewDataDictionary data) => (PageHead)data[Key]!;

    public void Set(ViewDataDictionary data) => data[Key] = this;
}
