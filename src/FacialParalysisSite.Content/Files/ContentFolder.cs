using System.Text;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Files;

/// <summary>The folder that staff write in: lists its files and reads them.</summary>
/// <param name="root">The folder.</param>
/// <param name="open">Takes the text out of what a file holds, and gives null where the file is damaged; by default a file holds its text.</param>
/// <param name="wrapping">Bytes that a file holds besides its text.</param>
internal sealed class ContentFolder(string root, Func<string, string?>? open = null, int wrapping = 0)
{
    /// <summary>The largest text file that is read: 1 MB. The longest article is about a hundredth of it.</summary>
    public const int LargestText = 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public bool Exists => Directory.Exists(root);

    /// <summary>
    /// Every file below the folder, in the order of their paths. Hidden files and the back-up files of editors are
    /// passed over. A folder that vanishes while it is listed is left out.
    /// </summary>
    public IReadOnlyList<FileStamp> List()
    {
        var home = RealPath(root);
        var found = new List<FileStamp>();
        Collect(new DirectoryInfo(root), "", home, found);
        found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return found;
    }

    /// <summary>Reads a text file, or says why it cannot be read.</summary>
    public ContentFile? Read(FileStamp stamp, FileProblems problems) =>
        Open(stamp, problems, stream => ReadText(stamp.Path, stream, problems));

    /// <summary>Reads what a file holds, or says why it cannot be read.</summary>
    /// <param name="stamp">The file.</param>
    /// <param name="longest">The most bytes that are read, should it grow meanwhile.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public byte[]? ReadBytes(FileStamp stamp, int longest, FileProblems problems) =>
        Open(stamp, problems, stream => ReadBytes(stream, (int)Math.Min(longest, stream.Length)));

    /// <summary>Reads what a file holds now; null where it cannot be read or leads out of the folder.</summary>
    /// <param name="path">Path below the folder.</param>
    /// <param name="longest">Of a longer file nothing is read.</param>
    public byte[]? ReadBytes(string path, int longest)
    {
        try
        {
            var file = new FileInfo(Path.Combine(root, path));
            return LeadsOutside(file, RealPath(root)) || file.Length > longest ? null : File.ReadAllBytes(file.FullName);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private T? Open<T>(FileStamp stamp, FileProblems problems, Func<Stream, T?> read)
        where T : class
    {
        try
        {
            // What has no length need not be opened, and must not be where it is a pipe: that would wait for ever.
            using var stream = stamp.Length == 0
                ? Stream.Null
                : new FileStream(Path.Combine(root, stamp.Path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return read(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(Position.Start, ProblemCode.Unreadable, "The file cannot be read.",
                "Check that it still exists and that the site may read it (file permissions).");
            return null;
        }
    }

    private ContentFile? ReadText(string path, Stream stream, FileProblems problems)
    {
        if (stream.Length > LargestText + wrapping)
        {
            problems.Add(Position.Start, ProblemCode.FileTooLarge, "The file is larger than 1 MB.",
                "Text is never that long. Was a picture pasted into it? Put pictures into content/images.");
            return null;
        }

        return Decode(path, ReadBytes(stream, (int)stream.Length), problems);
    }

    private static byte[] ReadBytes(Stream stream, int length)
    {
        var bytes = new byte[length];
        return bytes[..stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false)];
    }

    private ContentFile? Decode(string path, ReadOnlySpan<byte> bytes, FileProblems problems)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        // Not a character, though it can be encoded: a mark of a file that was saved twice in different ways.
        if (bytes.IndexOf("\uFFFE"u8) is >= 0 and var index)
        {
            ReportNotUtf8(PositionOf(bytes, index), problems);
            return null;
        }

        try
        {
            var text = StrictUtf8.GetString(bytes);
            if ((open is null ? text : open(text)) is not { } opened)
            {
                problems.Add(Position.Start, ProblemCode.Unreadable, "The file is damaged.", "Delete it; the site makes it anew.");
                return null;
            }

            if (PlainCharacters.IndexOfOther(opened) is >= 0 and var other)
            {
                problems.Add(PositionOf(opened, other), ProblemCode.NoCharacter, "Here is a code that is no character, and that no program may show.",
                    "It may be invisible: delete what stands here and write it anew.");
                return null;
            }

            return new ContentFile(path, opened.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC));
        }
        catch (DecoderFallbackException fault)
        {
            ReportNotUtf8(PositionOf(bytes, fault.Index), problems);
            return null;
        }
    }

    private static void ReportNotUtf8(Position at, FileProblems problems) =>
        problems.Add(at, ProblemCode.NotUtf8, "The file is not saved as UTF-8 text.",
            "In the editor choose \"Save with encoding\" or \"Save as\", then UTF-8.");

    private static Position PositionOf(ReadOnlySpan<byte> bytes, int index)
    {
        var before = bytes[..Math.Clamp(index, 0, bytes.Length)];
        var line = 1 + before.Count((byte)'\n');
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new Position(line, 1 + Encoding.UTF8.GetCharCount(before[lineStart..]));
    }

    private static Position PositionOf(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new Position(1 + before.Count('\n'), index - before.LastIndexOf('\n'));
    }

    private static void Collect(DirectoryInfo folder, string prefix, string home, List<FileStamp> found)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (DirectoryNotFoundException)
        {
            return;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            found.Add(new FileStamp(prefix.TrimEnd('/'), 0, default, LeadsOutside: false) { IsUnreadableFolder = true });
            return;
        }

        foreach (var entry in entries)
        {
            if (IsPassedOver(entry.Name))
            {
                continue;
            }

            var path = prefix + entry.Name;
            var outside = LeadsOutside(entry, home);
            if (entry is DirectoryInfo inner && !outside)
            {
                // A link to a folder that lies above would be walked for ever.
                if (entry.LinkTarget is null)
                {
                    Collect(inner, path + "/", home, found);
                }
            }
            else if (outside)
            {
                found.Add(new FileStamp(path, 0, default, LeadsOutside: true));
            }
            else if (Stamp(path, (FileInfo)entry) is { } stamp)
            {
                found.Add(stamp);
            }
            else if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal))
            {
                // A name that is not UTF-8 cannot be asked for by this name; the rule for names reports it.
                found.Add(new FileStamp(path, 0, default, LeadsOutside: false));
            }
        }
    }

    private static FileStamp? Stamp(string path, FileInfo entry)
    {
        try
        {
            var file = entry.LinkTarget is null ? entry : new FileInfo(RealPath(entry.FullName));
            return new FileStamp(path, file.Length, file.LastWriteTimeUtc, LeadsOutside: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It was deleted between the listing and this look.
            return null;
        }
    }

    private static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.StartsWith('#') || name.EndsWith('~')
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".bak", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".swp", StringComparison.OrdinalIgnoreCase);

    private static bool LeadsOutside(FileSystemInfo entry, string home) =>
        entry.LinkTarget is not null && !RealPath(entry.FullName).StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link on the way to it resolved.</summary>
    public static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
        {
            return full;
        }

        var here = Path.Combine(RealPath(parent), Path.GetFileName(full));
        try
        {
            return File.ResolveLinkTarget(here, returnFinalTarget: true)?.FullName is { } target ? RealPath(target) : here;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A link that leads in a circle, to nothing or where nobody may look leads nowhere inside the content folder either.
            return Path.GetPathRoot(full) ?? full;
        }
    }
}
