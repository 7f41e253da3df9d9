using System.Globalization;
using System.Text;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Files;

/// <summary>Looks at a picture's first bytes: its name alone does not make it one.</summary>
internal static class PictureFile
{
    /// <summary>The largest picture: 1 MB. Pictures are sent as they are, and a phone on a slow network waits for every byte.</summary>
    private const long LargestPicture = 1024 * 1024;

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.Ordinal)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
    };

    public static ParsedFile Parse(ContentFolder folder, FileStamp stamp, FileProblems problems)
    {
        var claimed = MediaTypes.GetValueOrDefault(Path.GetExtension(stamp.Path));
        if (!stamp.Path.All(letter => letter is '/' or '.' or '-' or '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
        {
            problems.Add(Position.Start, ProblemCode.BadFileName, "The name of a picture becomes its address, but not every character can stand there.",
                "Use small letters a to z, digits and hyphens, such as facial-nerve.png.");
        }
        else if (stamp.Length > LargestPicture)
        {
            problems.Add(Position.Start, ProblemCode.FileTooLarge, "The picture is larger than 1 MB.", "Save it smaller, at most 1600 pixels wide.");
        }
        else if (claimed is null)
        {
            problems.Add(Position.Start, ProblemCode.NotAPicture, "The site does not show files of this kind.", "Save the picture as .jpg, .png, .webp or .avif.");
        }
        else if (folder.ReadBeginning(stamp, length: 12, problems) is { } bytes && MediaTypeOf(bytes) != claimed)
        {
            problems.Add(Position.Start, ProblemCode.NotAPicture, "The file is not what the end of its name says.", "Open it in an image program and save it again.");
        }

        return problems.HasErrors ? new UnusableFile(stamp.Path, problems.All) : new ParsedPicture(stamp.Path, stamp, claimed!, problems.All)
        {
            MayBePhotograph = MayBePhotograph(folder, stamp, claimed!),
            Fingerprint = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{stamp.Length} {stamp.Modified.Ticks} {claimed}")),
        };
    }

    private static bool MayBePhotograph(ContentFolder folder, FileStamp stamp, string mediaType)
    {
        using var stream = folder.OpenUnchanged(stamp);
        return CameraTraces.MayBeIn(stream, mediaType);
    }

    /// <summary>Signatures after the WHATWG MIME Sniffing Standard, section 6.1, and for AVIF its specification, section 6.</summary>
    private static string? MediaTypeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return "image/png";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return "image/jpeg";
        }

        if (bytes.Length < 12)
        {
            return null;
        }

        return bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
            : bytes[4..].StartsWith("ftypavif"u8) || bytes[4..].StartsWith("ftypavis"u8) ? "image/avif"
            : null;
    }
}
