using FacialParalysisSite.Content.Problems;

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

    /// <summary>A mistyped name is answered with the nearest one, and that of a patient's picture may be a person's.</summary>
    [Fact]
    public void Reload_AMistypedPicture_DoesNotSuggestAPatients()
    {
        _content.Write("articles/x.md", TestArticle.With("", "![A face](../images/patient/somebody.png)"));

        var problem = Assert.Single(_content.Load().Problems, problem => problem.File == "articles/x.md");

        Assert.DoesNotContain("patients/", problem.Hint, StringComparison.Ordinal);
    }

    private void AssertNotShown(string path)
    {
        var library = _content.Load();

        var problem = Assert.Single(library.Problems, problem => problem.File == path);
        Assert.Equal(ProblemCode.PatientPictureElsewhere, problem.Code);
        Assert.DoesNotContain("somebody", problem.Message + problem.Hint, StringComparison.Ordinal);
        Assert.Null(library.Current.FindPicture("/pictures/patients/somebody.png"));
    }
}
