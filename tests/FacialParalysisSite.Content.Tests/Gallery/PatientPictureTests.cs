using System.Security.Cryptography;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Files;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Gallery;

/// <summary>What lies in images/patients is shown by a case alone, whatever other files say.</summary>
public sealed class PatientPictureTests : IDisposable
{
    private const string Picture = "images/patients/somebody.png";

    private readonly TestContent _content = new();

    public PatientPictureTests() => _content.WritePicture(Picture);

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("articles/x.md", "![A face](../images/patients/somebody.png)")]
    [InlineData("pages/x.md", "![A face](../images/patients/somebody.png)")]
    [InlineData("people/x.md", "![A face](../images/patients/somebody.png)")]
    public void Reload_APatientsPictureInAText_IsAnErrorThatDoesNotNameIt(string path, string text)
    {
        _content.Write(path, path[..3] switch
        {
            "art" => TestArticle.With("", text),
            "pag" => TestArticle.Page("", text),
            _ => $"---\nname: \"A name\"\nrole: \"A role\"\n---\n\n{text}\n",
        });

        AssertNotShown(path);
    }

    [Fact]
    public void Reload_APatientsPictureAsThatOfAnArticle_IsAnErrorThatDoesNotNameIt()
    {
        _content.Write("articles/x.md", TestArticle.With("image: patients/somebody.png\nimageAlt: \"A face\""));

        AssertNotShown("articles/x.md");
    }

    [Fact]
    public void Reload_APatientsPictureInTheTextOfACase_IsAnError()
    {
        foreach (var picture in TestCase.PatientPictures)
        {
            _content.WritePicture(picture);
        }

        _content.Write("gallery/x.md", TestCase.Patient().Replace("Words.", "![A face](../images/patients/somebody.png)", StringComparison.Ordinal));

        AssertNotShown("gallery/x.md");
    }

    [Theory]
    [InlineData("articles/x.md")]
    [InlineData("gallery/x.md")]
    public void Reload_ACopyOfAPatientsPicture_IsAPatientsPictureToo(string path)
    {
        _content.WritePicture(TestCase.Drawings[1]);
        _content.Write("images/gallery/a.png", File.ReadAllBytes(_content.PathOf(Picture)));
        _content.Write(path, path.StartsWith("gallery", StringComparison.Ordinal) ? TestCase.Illustration() : TestArticle.With("", "![A face](../images/gallery/a.png)"));

        AssertNotShown(path);
        Assert.Empty(_content.Load().Current.Cases);
    }

    /// <summary>Who deletes a case deletes its pictures, and a copy must not come out of hiding by that.</summary>
    [Theory]
    [InlineData("images/patients/somebody.png")]
    [InlineData("images/patients/IMG_1.PNG")]
    public void Reload_ACopyOfAPictureThatWasDeleted_StaysAPatients(string original)
    {
        using var made = new MadePictures();
        Copy(Picture, "images/copy.png");
        _content.Delete(Picture);
        Copy("images/copy.png", original);
        var library = made.Load(_content);
        Assert.Null(library.Current.PictureOf("images/copy.png"));

        _content.Delete(original);
        library.Reload();

        AssertCopyIsHidden(library);
        AssertCopyIsHidden(made.Load(_content));
    }

    /// <summary>The key of a picture changes with the recipe by which pictures are made small.</summary>
    [Fact]
    public void Reload_ACopyOfAPictureThatWasDeletedBeforeTheRecipeChanged_StaysAPatients()
    {
        using var made = new MadePictures();
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_content.PathOf(Picture))));
        made.Load(_content);
        Assert.Contains(hash, File.ReadAllLines(made.Keys));
        File.WriteAllText(made.Keys, hash + "\n");
        Copy(Picture, "images/copy.png");
        _content.Delete(Picture);

        AssertCopyIsHidden(made.Load(_content));
    }

    /// <summary>Nobody moved it into the folder of patients, but the case says whose it is.</summary>
    [Fact]
    public void Reload_APictureElsewhereThatAPatientsCaseNames_IsAPatientsUntilNoneDoes()
    {
        _content.WritePicture(TestCase.Drawings[0]);
        Copy(TestCase.Drawings[0], "images/copy.png");
        _content.Write("gallery/x.md", TestCase.Patient(pictures: "gallery"));
        var library = _content.Load();

        AssertCopyIsHidden(library);
        _content.Write("gallery/x.md", TestCase.Patient(pictures: "gallery").Replace("kind: patient", "kind: patiant", StringComparison.Ordinal));
        library.Reload();
        AssertCopyIsHidden(library);
        _content.Write("gallery/x.md", "---\ntitle: \"\n---\n");
        library.Reload();
        AssertCopyIsHidden(library);
        _content.Delete("gallery/x.md");
        library.Reload();

        Assert.NotNull(library.Current.PictureOf("images/copy.png"));
        Assert.DoesNotContain(library.Problems, problem => problem.File == "articles/x.md");
    }

    /// <summary>The last good version of the article stays up, but not with what it says of the patient.</summary>
    [Fact]
    public void HtmlOf_AnArticleWhosePictureBecameAPatients_HasNoWordsOfIt()
    {
        _content.WritePicture("images/copy.png");
        _content.Write("articles/x.md", TestArticle.With("", "Before.\n\n![Jane smiles](../images/copy.png)\n\n![Jane smiles](../images/copy.png \"Jane\")\n\nBehind."));
        var library = _content.Load();
        Assert.Contains("Jane", Html(), StringComparison.Ordinal);

        _content.Write(Picture, File.ReadAllBytes(_content.PathOf("images/copy.png")));
        library.Reload();

        Assert.Contains("Behind.", Html(), StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", Html(), StringComparison.Ordinal);

        string Html() => library.Current.HtmlOf(library.Current.FindArticle("x").Item!);
    }

    /// <summary>Each has a permission of its own, and one of the two may be taken back.</summary>
    [Fact]
    public void Reload_APictureOfAPatientInTwoCases_IsShownByNeither()
    {
        foreach (var picture in TestCase.PatientPictures)
        {
            _content.WritePicture(picture);
        }

        _content.Write("gallery/x.md", TestCase.Patient());
        var library = _content.Load();
        Assert.Single(library.Current.Cases);

        _content.Write("gallery/y.md", TestCase.Patient(TestCase.Permission + "\n  withdrawn: 2026-06-01"));
        library.Reload();

        Assert.Empty(library.Current.Cases);
        Assert.Equal(["gallery/x.md", "gallery/x.md", "gallery/y.md", "gallery/y.md"],
            library.Problems.Where(problem => problem.Code == ProblemCode.PatientPictureTwice).Select(problem => problem.File));
    }

    [Fact]
    [Covers("FP0610")]
    public void Reload_TwoPicturesOfAViewInDifferentShapes_AreNamed()
    {
        _content.Write(TestCase.Drawings[0], TestPng.Of("a", 100, 100));
        _content.Write(TestCase.Drawings[1], TestPng.Of("b", 100, 102));
        _content.Write("gallery/x.md", TestCase.Illustration());

        var problem = Assert.Single(_content.Load().Problems, problem => problem.File == "gallery/x.md");

        Assert.Equal((ProblemCode.UnevenPictures, 13), (problem.Code, problem.At.Line));
    }

    [Fact]
    public void Reload_OnePictureAsBothOfAView_IsNamed()
    {
        _content.WritePicture(TestCase.Drawings[0]);
        _content.Write(TestCase.Drawings[1], File.ReadAllBytes(_content.PathOf(TestCase.Drawings[0])));
        _content.Write("gallery/x.md", TestCase.Illustration());

        var problem = Assert.Single(_content.Load().Problems, problem => problem.File == "gallery/x.md");

        Assert.Equal((ProblemCode.UnevenPictures, 13), (problem.Code, problem.At.Line));
    }

    [Fact]
    public void Reload_AMistypedPicture_DoesNotSuggestACopyOfAPatients()
    {
        _content.Write("images/copy.png", File.ReadAllBytes(_content.PathOf(Picture)));
        _content.Write("articles/x.md", TestArticle.With("", "![A face](../images/copi.png)"));

        var problem = Assert.Single(_content.Load().Problems, problem => problem.File == "articles/x.md");

        Assert.DoesNotContain("copy.png", problem.Hint, StringComparison.Ordinal);
    }

    /// <summary>A mistyped name is answered with the nearest one, and that of a patient's picture may be a person's.</summary>
    [Fact]
    public void Reload_AMistypedPicture_DoesNotSuggestAPatients()
    {
        _content.Write("articles/x.md", TestArticle.With("", "![A face](../images/patient/somebody.png)"));

        var problem = Assert.Single(_content.Load().Problems, problem => problem.File == "articles/x.md");

        Assert.DoesNotContain("patients/", problem.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("images/patient/somebody.png")]
    [InlineData("images/Patients/somebody.png")]
    [InlineData("images/gallery/patients/somebody.png")]
    public void Reload_APictureInAFolderThatMayBeMeantForPatients_IsAnErrorAndShownByNothing(string path)
    {
        Copy(Picture, "images/copy.png");
        _content.Write(path, File.ReadAllBytes(_content.PathOf(Picture)));
        _content.Delete(Picture);
        _content.Write("articles/y.md", TestArticle.With("", $"![A face](../{path})"));

        var library = _content.Load();

        Assert.Equal(ProblemCode.PatientPictureMisplaced, Assert.Single(library.Problems, problem => problem.File == path).Code);
        Assert.Equal(ProblemCode.PatientPictureElsewhere, Assert.Single(library.Problems, problem => problem.File == "articles/y.md").Code);
        Assert.Null(library.Current.PictureOf(path));
        AssertCopyIsHidden(library);
    }

    private void Copy(string picture, string copy)
    {
        _content.Write(copy, File.ReadAllBytes(_content.PathOf(picture)));
        _content.Write("articles/x.md", TestArticle.With("", "![A face](../images/copy.png)"));
    }

    private static void AssertCopyIsHidden(ContentLibrary library)
    {
        Assert.Null(library.Current.PictureOf("images/copy.png"));
        Assert.DoesNotContain(library.Current.WantedPictures, picture => picture.Path == "images/copy.png");
        Assert.Contains(library.Problems, problem => problem.File == "articles/x.md" && problem.Code == ProblemCode.PatientPictureElsewhere);
    }

    private void AssertNotShown(string path)
    {
        var library = _content.Load();

        var problem = Assert.Single(library.Problems, problem => problem.File == path);
        Assert.Equal(ProblemCode.PatientPictureElsewhere, problem.Code);
        Assert.DoesNotContain("somebody", problem.Message + problem.Hint, StringComparison.Ordinal);
        Assert.Null(library.Current.PictureOf(Picture));
        Assert.DoesNotContain(library.Current.WantedPictures, picture => picture.Path == Picture);
    }
}
