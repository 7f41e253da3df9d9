using FacialParalysisSite.Content.Files;

namespace FacialParalysisSite.Content.Catalog;

/// <summary>A picture that a published page shows.</summary>
public sealed class Picture
{
    private readonly ContentFolder _folder;
    private readonly FileStamp _checked;

    internal Picture(ContentFolder folder, FileStamp stamp, string mediaType)
    {
        _folder = folder;
        _checked = stamp;
        MediaType = mediaType;
    }

    /// <summary>Such as <c>image/png</c>.</summary>
    public string MediaType { get; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset Modified => new(_checked.Modified);

    /// <summary>Opens it; null where what lies there now is not what was checked, until it has been checked again.</summary>
    public Stream? OpenRead() => _folder.OpenUnchanged(_checked);
}
