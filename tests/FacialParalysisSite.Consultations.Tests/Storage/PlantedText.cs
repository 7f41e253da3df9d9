using System.Text;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>Looks for a text that was planted, in whatever encoding a database or a mail could have.</summary>
internal static class PlantedText
{
    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>The files in and below a folder in which the text stands.</summary>
    public static List<string> FilesWith(string folder, string text)
    {
        var sought = Encodings.Select(encoding => encoding.GetBytes(text)).ToList();
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            // A running site lets nobody open its lock, in which nothing stands.
            .Where(file => new FileInfo(file).Length > 0)
            .Where(file => Bytes(file) is var bytes && sought.Any(pattern => bytes.AsSpan().IndexOf(pattern) >= 0))
            .Select(file => Path.GetRelativePath(folder, file)).ToList();
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
