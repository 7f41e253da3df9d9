using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Terms;

namespace FacialParalysisSite.Content.Markdown.Rendering;

/// <summary>What the rendering of a text depends on besides the text.</summary>
/// <param name="File">Path of the file below the content folder: links in it are relative to it.</param>
/// <param name="AddressOf">The address of a content file, or null where it is not published.</param>
/// <param name="PictureOf">The picture of a content file, or null where there is none to be seen.</param>
/// <param name="Clinic">Fills the placeholders.</param>
/// <param name="SourceNumbers">The number of each cited source, by its id.</param>
/// <param name="Glossary">Its terms become links where the text first uses them; null for none.</param>
internal sealed record BodyContext(
    string File, Func<string, string?> AddressOf, Func<string, Picture?> PictureOf, Clinic Clinic, IReadOnlyDictionary<string, int> SourceNumbers, Glossary? Glossary)
{
    /// <summary>Whether a content file is a patient's picture.</summary>
    public required Func<string, bool> IsOfPatient { get; init; }

    /// <summary>The address a link leads to, or null where it must not or cannot be a link.</summary>
    public string? AddressOfLink(string url) => LinkTarget.Of(url, File) switch
    {
        LinkTarget.External external => external.Url,
        LinkTarget.Anchor anchor => "#" + anchor.Id,
        LinkTarget.SiteAddress site => site.Path + site.Rest,
        LinkTarget.File file when AddressOf(file.Path) is { } address => file.Id is null ? address : address + "#" + file.Id,
        _ => null,
    };

    /// <summary>A picture, or null where it is not one of this site's.</summary>
    public Picture? PictureAt(string url) => LinkTarget.Of(url, File) is LinkTarget.File { Id: null } file ? PictureOf(file.Path) : null;

    /// <summary>Whether it is a patient's, which a text may not even describe.</summary>
    public bool IsPatientAt(string url) => LinkTarget.Of(url, File) is LinkTarget.File file && IsOfPatient(file.Path);
}
