using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FacialParalysisSite.Content.Files;

/// <summary>The text of one file below the content folder, ready to be parsed: no BOM, LF line ends, composed accents.</summary>
/// <param name="Path">Path below the content folder, with forward slashes.</param>
/// <param name="Text">The normalised text.</param>
internal sealed record ContentFile(string Path, string Text)
{
    /// <summary>The folder directly below the content folder, or an empty text for a file at the top.</summary>
    public string Folder => FolderOf(Path);

    /// <summary>The file name without its ending.</summary>
    public string Slug => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>A hash of the text: two files with the same one say the same.</summary>
    public byte[] Fingerprint() => SHA256.HashData(MemoryMarshal.AsBytes(Text.AsSpan()));

    public static string FolderOf(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : path[..slash];
    }
}
