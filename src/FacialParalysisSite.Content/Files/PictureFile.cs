using System.Security.Cryptography;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Pictures.Reading;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Files;

/// <summary>
/// Looks at an original: its name alone does not make it a picture. It is not unpacked, so that none can do harm here; what
/// is sent is made of it later, by another program.
/// </summary>
internal static class PictureFile
{
    /// <summary>The largest original: 20 MB. Telephones make 3 to 12; nobody has to know how to make them smaller.</summary>
    public const int LargestPicture = 20 * 1024 * 1024;

    /// <summary>From here on the content folder grows for nothing: 1600 pixels are shown at most.</summary>
    private const int OversizedPicture = 5 * 1024 * 1024;

    public static ParsedFile Parse(ContentFolder folder, FileStamp stamp, FileProblems problems)
    {
        var claimed = PictureFormats.Claimed(stamp.Path);
        if (PatientPictures.Has(stamp.Path) && !PatientPictures.IsInPlace(stamp.Path))
        {
            problems.Add(Position.Start, ProblemCode.PatientPictureMisplaced, "The name of the folder says that this is a patient’s picture, but those lie in content/images/patients.",
                "Put it there. If it shows nobody, open it in an image program and save it again, in a folder with another name.");
        }
        else if (!stamp.Path.All(letter => letter is '/' or '.' or '-' or '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
        {
            problems.Add(Position.Start, ProblemCode.BadFileName, "The name of a picture becomes its address, but not every character can stand there.",
                "Use small letters a to z, digits and hyphens, such as facial-nerve.png.");
        }
        else if (stamp.Length > LargestPicture)
        {
            problems.Add(Position.Start, ProblemCode.FileTooLarge, "The picture is larger than 20 MB.", "Save it smaller: 1600 pixels wide is enough.");
        }
        else if (claimed is null)
        {
            problems.Add(Position.Start, ProblemCode.NotAPicture, "The site does not show files of this kind.", "Save the picture as .jpg, .png, .webp or .avif.");
        }
        else if (folder.ReadBytes(stamp, LargestPicture, problems) is { } bytes && Read(bytes, claimed.Value, problems) is { } header)
        {
            var hash = SHA256.HashData(bytes);
            return new ParsedPicture(stamp.Path, header.Width, header.Height, PictureRecipe.KeyOf(bytes), problems.All)
            {
                Hash = Convert.ToHexStringLower(hash),
                MayBePhotograph = CameraTraces.MayBeIn(bytes, claimed.Value),
                Fingerprint = hash,
            };
        }

        return new UnusableFile(stamp.Path, problems.All) { PatientKeys = KeysOfPatient(folder, stamp) };
    }

    /// <summary>A patient's picture that cannot be used, as for its name, shows the patient all the same: copies of it are known by this.</summary>
    private static string[] KeysOfPatient(ContentFolder folder, FileStamp stamp) =>
        PatientPictures.Has(stamp.Path) && folder.ReadBytes(stamp.Path, LargestPicture) is { } bytes ? [Convert.ToHexStringLower(SHA256.HashData(bytes)), PictureRecipe.KeyOf(bytes)] : [];

    private static PictureHeader? Read(byte[] bytes, PictureFormat claimed, FileProblems problems)
    {
        if (PictureFormats.Of(bytes) != claimed)
        {
            problems.Add(Position.Start, ProblemCode.NotAPicture, "The file is not what the end of its name says.", "Open it in an image program and save it again.");
            return null;
        }

        var header = PictureHeader.Read(claimed, bytes);
        if (header is { } big && ((long)big.Width * big.Height > PictureRecipe.MostPixels || Math.Max(big.Width, big.Height) > (long)Math.Min(big.Width, big.Height) * PictureRecipe.LongestShape))
        {
            problems.Add(Position.Start, ProblemCode.TooManyPixels, $"The picture has {big.Width} × {big.Height} pixels. At most 40 million are read, and at most five times as many in one direction as in the other.",
                "Save it smaller, 1600 pixels wide, or show a part of it.");
        }
        else if (header is not { IsWhole: true })
        {
            problems.Add(Position.Start, ProblemCode.DamagedPicture, "The picture is damaged, or only a part of it was copied.", "Copy it again, or open it in an image program and save it again.");
        }
        else if (bytes.Length > OversizedPicture)
        {
            problems.Add(Position.Start, ProblemCode.OversizedPicture, "The picture is larger than 5 MB. Readers get it small, but it fills the content folder.", "Save it smaller: 1600 pixels wide is enough.");
        }

        return problems.HasErrors ? null : header;
    }
}
