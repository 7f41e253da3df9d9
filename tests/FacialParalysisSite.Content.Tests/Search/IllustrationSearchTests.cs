using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Content.Tests.Gallery;

namespace FacialParalysisSite.Content.Tests.Search;

/// <summary>Of the gallery, the search knows the drawings, and never a patient.</summary>
public sealed class IllustrationSearchTests : IDisposable
{
    private const string Path = "gallery/x.md";

    private const string Address = "/gallery/x";

    private readonly SearchableContent _site = new();

    public IllustrationSearchTests()
    {
        foreach (var picture in TestCase.Drawings.Concat(TestCase.PatientPictures))
        {
            _site.Content.WritePicture(picture);
        }
    }

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("A case")]
    [InlineData("A summary.")]
    [InlineData("Training")]
    [InlineData("view: \"Smiling\"")]
    [InlineData("Only the right corner of the mouth goes up.")]
    [InlineData("Both corners of the mouth go up.")]
    [InlineData("Words.")]
    public void Find_AWordOfAnIllustration_LeadsThere(string place)
    {
        var text = TestCase.Illustration();
        Assert.Contains(place, text, StringComparison.Ordinal);
        var word = place.StartsWith("view", StringComparison.Ordinal) ? "view: Xylophone" : "Xylophone";
        Write(text.Replace(place, word, StringComparison.Ordinal));

        var hit = Assert.Single(_site.Find("xylophones").Hits);

        Assert.Equal(Address, hit.Address);
        Assert.StartsWith("Illustration: ", hit.Title, StringComparison.Ordinal);
        Assert.True(hit.Excerpt.Sum(part => part.Text.Length) > 5);
    }

    [Fact]
    public void Find_AWordOfASection_LeadsRightThere()
    {
        Write(TestCase.Illustration().Replace("Words.", "Words.\n\n## Where to look\n\nXylophone.", StringComparison.Ordinal));

        Assert.Equal(new SearchSection("Where to look", Address + "#where-to-look"), Assert.Single(_site.Find("xylophone").Hits).Section);
    }

    [Fact]
    public void Suggest_TheBeginningOfAnIllustration_SaysThatItIsOne()
    {
        Write(TestCase.Illustration().Replace("A case", "Xylophone", StringComparison.Ordinal));

        Assert.Equal([new SearchSuggestion("Illustration: Xylophone", Address)], _site.Suggest("xylo"));
    }

    /// <summary>Somebody whose eye does not shut is to read what protects it before seeing a drawing.</summary>
    [Fact]
    public void Find_TheVeryWordsOfAnIllustration_HasAnArticleAboutThemFirst()
    {
        Write(TestCase.Illustration().Replace("A case", "Can the xylophone close?", StringComparison.Ordinal).Replace("Words.", "Here the xylophone cannot close.", StringComparison.Ordinal));
        _site.Write("care", summary: "How to close a xylophone.", body: "The xylophone must close.");

        Assert.Equal(["care", Address], _site.Slugs("xylophone close"));
    }

    [Theory]
    [InlineData("holds", TestCase.Permission)]
    [InlineData("is missing", "")]
    [InlineData("is over", "authorization:\n  form: \"A-17\"\n  signed: 2025-01-10\n  scope: [web]\n  expires: 2026-06-14")]
    [InlineData("was taken back", TestCase.Permission + "\n  withdrawn: 2026-06-14")]
    [InlineData("is for paper alone", "authorization:\n  form: \"A-17\"\n  signed: 2026-01-10\n  scope: [print]\n  expires: 2028-01-10")]
    public void Find_WordsOfAPatient_FindNothingWhateverThePermission(string state, string permission)
    {
        using var site = new SearchableContent(showDrafts: true);
        foreach (var picture in TestCase.PatientPictures)
        {
            site.Content.WritePicture(picture);
        }

        site.Content.Write(Path, WithWordEverywhere(TestCase.Patient(permission)));
        site.Library.Reload();

        Assert.Equal(state == "holds" ? 1 : 0, site.Library.Current.Cases.Count);
        Assert.Empty(site.Find("xylophone").Hits);
        Assert.Equal(["xylophone"], site.Find("xylophone").Unknown);
        Assert.Empty(site.Find("xylophome").Corrections);
        Assert.Empty(site.Suggest("xylo"));
        Assert.DoesNotContain(SearchDocument.AllOf(site.Library.Current), document => document.File.StartsWith("gallery/", StringComparison.Ordinal));
    }

    [Fact]
    public void Find_WhenAPermissionHasCome_FindsNothingStill()
    {
        Write(WithWordEverywhere(TestCase.Patient("")));
        Assert.Empty(_site.Find("xylophone").Hits);

        Write(WithWordEverywhere(TestCase.Patient()));

        Assert.Equal(Address, Assert.Single(_site.Library.Current.Cases).Address);
        Assert.Empty(_site.Find("xylophone").Hits);
    }

    [Fact]
    public void Find_AnIllustrationThatBecomesAPatientsCase_FindsNothingAtOnce()
    {
        Write(WithWordEverywhere(TestCase.Illustration()));
        Assert.Single(_site.Find("xylophone").Hits);

        Write(WithWordEverywhere(TestCase.Patient()));

        Assert.Single(_site.Library.Current.Cases);
        Assert.Empty(_site.Index.Find(_site.Library.Current, "xylophone").Hits);
        Assert.Empty(_site.Index.Suggest(_site.Library.Current, "xylo"));
        Assert.Empty(_site.Find("xylophone").Hits);
        Assert.Empty(_site.Find("xylophome").Corrections);
    }

    [Theory]
    [InlineData("A case", "Trumpet")]
    [InlineData("A summary.", "Trumpet.")]
    [InlineData("name: \"Training\"", "name: \"Trumpet\"")]
    [InlineData("Both corners of the mouth go up.", "Trumpet.")]
    [InlineData("Words.", "Trumpet.")]
    public void Find_AnEditedIllustration_KnowsItAsItIsNow(string was, string now)
    {
        var text = TestCase.Illustration();
        Write(text.Replace(was, was.Contains("name:", StringComparison.Ordinal) ? "name: \"Xylophone\"" : "Xylophone.", StringComparison.Ordinal));
        Assert.Single(_site.Find("xylophone").Hits);
        var before = _site.Index.PagesRead;

        Write(text.Replace(was, now, StringComparison.Ordinal));

        Assert.Empty(_site.Find("xylophone").Hits);
        Assert.Equal(Address, Assert.Single(_site.Find("trumpet").Hits).Address);
        Assert.Equal(before + 1, _site.Index.PagesRead);
    }

    [Fact]
    public void Find_AfterAnEditOfSomethingElse_ReadsNoIllustrationAnew()
    {
        Write(WithWordEverywhere(TestCase.Illustration()));
        Assert.Single(_site.Find("xylophone").Hits);
        var before = _site.Index.PagesRead;

        _site.Write("other");

        Assert.Single(_site.Find("xylophone").Hits);
        Assert.Equal(before + 1, _site.Index.PagesRead);
    }

    [Fact]
    public void Find_ADeletedIllustration_IsGoneAtOnce()
    {
        Write(WithWordEverywhere(TestCase.Illustration()));
        Assert.Single(_site.Find("xylophone").Hits);

        _site.Content.Delete(Path);
        _site.Library.Reload();

        Assert.Empty(_site.Index.Find(_site.Library.Current, "xylophone").Hits);
        Assert.Empty(_site.Find("xylophone").Hits);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Find_AnIllustrationThatIsNotPublished_FindsNothing(bool showDrafts)
    {
        using var site = new SearchableContent(showDrafts);
        foreach (var picture in TestCase.Drawings)
        {
            site.Content.WritePicture(picture);
        }

        site.Content.Write(Path, WithWordEverywhere(TestCase.Illustration("draft: true")));
        site.Content.Write("gallery/later.md", WithWordEverywhere(TestCase.Illustration()).Replace("published: 2026-01-12", "published: 2026-07-01", StringComparison.Ordinal));
        site.Library.Reload();
        Assert.Empty(site.Find("xylophone").Hits);

        site.Content.Time.Set("2026-07-01T00:00:00-07:00");

        Assert.Equal(["/gallery/later"], site.Slugs("xylophone"));
    }

    private static string WithWordEverywhere(string text) =>
        text.Replace("A case", "Xylophone case", StringComparison.Ordinal).Replace("A summary", "Xylophone summary", StringComparison.Ordinal)
            .Replace("Training", "Xylophone training", StringComparison.Ordinal).Replace("Smiling", "Xylophone smile", StringComparison.Ordinal)
            .Replace("of the mouth", "of the xylophone", StringComparison.Ordinal).Replace("Words.", "Xylophone words.", StringComparison.Ordinal);

    private void Write(string text)
    {
        _site.Content.Write(Path, text);
        _site.Library.Reload();
    }
}
