using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Tests.Pictures;

namespace FacialParalysisSite.Content.Tests.Gallery;

/// <summary>What was made of a patient's pictures is served and kept only while the permission holds.</summary>
public sealed class PatientPurgeTests : IDisposable
{
    private const string Case = "gallery/x.md";

    private readonly TestContent _content = new();
    private readonly DirectoryInfo _made = Directory.CreateTempSubdirectory("pictures-");

    public PatientPurgeTests()
    {
        foreach (var picture in TestCase.PatientPictures.Concat(TestCase.Drawings))
        {
            _content.WritePicture(picture);
        }

        _content.Write(Case, TestCase.Patient());
        _content.Write("gallery/drawing.md", TestCase.Illustration());
    }

    public static TheoryData<string> Ends => ["withdrawn", "deleted", "faulty", "withdrawn and not readable", "over", "out of sight", "picture deleted", "picture faulty"];

    public void Dispose()
    {
        _content.Dispose();
        _made.Delete(recursive: true);
    }

    [Fact]
    public void FindPicture_OfAPatientWhosePermissionHolds_HasNoNameAndIsPrivate()
    {
        var (library, _) = Start();

        var variants = VariantsOf(library);

        Assert.NotEmpty(variants);
        Assert.All(variants, variant =>
        {
            Assert.True(variant.IsPrivate);
            Assert.Matches("^/pictures/patients/[0-9a-f]{64}-1[.](avif|webp|jpg)$", variant.Address);
            Assert.Same(variant, library.Current.FindPicture(variant.Address));
            Assert.True(File.Exists(variant.File));
        });
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void Purge_OncePermissionHasEnded_LeavesNoFileAndNoAddress(string end)
    {
        var (library, keeper) = Start();
        var variants = VariantsOf(library);
        Assert.Equal(0, keeper.Purge());

        Make(end, library);

        Assert.All(variants, variant => Assert.Null(library.Current.FindPicture(variant.Address)));
        Assert.DoesNotContain(library.Current.WantedPictures, picture => picture.IsPrivate);
        Assert.Equal(2, keeper.Purge());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_made.FullName, "patients")));

        // Of the drawing, everything is there.
        Assert.All(library.Current.Cases.Single().Views.Select(view => library.Current.PictureOf(view.Before)), picture => Assert.True(picture!.IsReady));
    }

    [Fact]
    public void Purge_AfterAStartWithoutPermission_LeavesNoFile()
    {
        Start();
        _content.Write(Case, TestCase.Patient(TestCase.Permission + "\n  withdrawn: 2026-06-15"));

        var (library, keeper) = Start(isToBeMade: false);

        Assert.DoesNotContain(library.Current.WantedPictures, picture => picture.IsPrivate);
        Assert.Equal(2, keeper.Purge());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_made.FullName, "patients")));
    }

    /// <summary>A face may have been put among the pictures of the articles first.</summary>
    [Fact]
    public void Purge_APictureThatCameIntoTheFolderOfPatients_LeavesNoFileOfIt()
    {
        _content.Write("articles/x.md", TestArticle.With("", "![A face](../images/gallery/a.png)"));
        var (library, keeper) = Start();
        var made = library.Current.PictureOf(TestCase.Drawings[0])!.Variants;
        Assert.NotEmpty(made);
        _content.Write("images/patients/c.png", File.ReadAllBytes(_content.PathOf(TestCase.Drawings[0])));
        _content.Delete(TestCase.Drawings[0]);
        library.Reload();

        keeper.Purge();

        Assert.All(made, variant => Assert.False(File.Exists(variant.File)));
    }

    [Theory]
    [InlineData("images/patients/a.png", "images/patients/b.png")]
    [InlineData("images/gallery/a.jpg", "images/gallery/a.jpeg")]
    public void Current_WithTwoOriginalsOfTheSameBytes_ShowsBoth(string one, string other)
    {
        var picture = TestPicture.Read(one.EndsWith(".png", StringComparison.Ordinal) ? "halves.png" : "halves.jpg");
        _content.Write(one, picture);
        _content.Write(other, picture);
        _content.Write("articles/x.md", TestArticle.With("", "![A](../images/gallery/a.jpg)\n\n![A](../images/gallery/a.jpeg)"));

        Start();
        var (library, keeper) = Start(isToBeMade: false);

        Assert.Equal(2, library.Current.Cases.Count);
        Assert.All(library.Current.WantedPictures.Where(wanted => wanted.Path == one || wanted.Path == other), wanted => Assert.True(wanted.IsReady));
        Assert.Contains(library.Current.WantedPictures, wanted => wanted.Path == other);
        Assert.Equal(0, keeper.Purge());
    }

    /// <summary>A site whose pictures have been made, without the program that makes them.</summary>
    private (ContentLibrary Library, PictureKeeper Keeper) Start(bool isToBeMade = true)
    {
        var library = new ContentLibrary(_content.Settings() with { Pictures = _made.FullName }, _content.Time);
        library.Reload();
        foreach (var picture in isToBeMade ? library.Current.WantedPictures : [])
        {
            var folder = Directory.CreateDirectory(library.Pictures!.FolderOf(picture.Id)).FullName;
            foreach (var file in PictureRecipe.WidthsOf(picture.Width).SelectMany(width => PictureRecipe.Formats.Select(format => PictureRecipe.FileName(width, format))))
            {
                File.WriteAllText(Path.Combine(folder, file), "a picture");
            }
        }

        library.Pictures!.Look();
        library.RenewPictures();
        return (library, new PictureKeeper(library, _content.Root, program: "", _content.Time));
    }

    private static List<PictureVariant> VariantsOf(ContentLibrary library) =>
        library.Current.FindCase("x").Item!.Views.SelectMany(view => new[] { view.Before, view.After })
            .SelectMany(picture => library.Current.PictureOf(picture)!.Variants).ToList();

    private void Make(string end, ContentLibrary library)
    {
        switch (end)
        {
            case "withdrawn":
                _content.Write(Case, TestCase.Patient(TestCase.Permission + "\n  withdrawn: 2026-06-15"));
                break;
            case "deleted":
                _content.Delete(Case);
                break;
            case "faulty":
                _content.Change(Case, "title:", "titel:");
                break;
            case "withdrawn and not readable":
                _content.Write(Case, [0xFF, 0xFE]);
                break;
            case "over":
                _content.Time.Set("2028-01-11T00:00:00-08:00");
                break;
            case "picture deleted":
                _content.Delete(TestCase.PatientPictures[0]);
                break;
            case "picture faulty":
                _content.Write(TestCase.PatientPictures[1], "words");
                break;
            default:
                _content.Time.Advance(TimeSpan.FromSeconds(31));
                return;
        }

        library.Reload();
    }
}
