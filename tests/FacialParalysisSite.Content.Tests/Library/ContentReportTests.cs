using System.Globalization;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Tests.Gallery;

namespace FacialParalysisSite.Content.Tests.Library;

public sealed class ContentReportTests : IDisposable
{
    private readonly TestContent _content = new();

    public ContentReportTests()
    {
        _content.Write("articles/draft.md", TestArticle.With("draft: true"));
        _content.Write("articles/faulty.md", TestArticle.With("publised: 2026-01-05", "[x](none.md)"));
        _content.Write("articles/later.md", TestArticle.With(published: "2026-06-16"));
        _content.Write("articles/over.md", TestArticle.With("expires: 2026-02-01"));
        _content.Write("articles/unread.md", [0xFF, 0xFE]);
        _content.Write("articles/unreviewed.md", TestArticle.With("expires: 2026-02-01", reviewed: false));
        _content.Write("pages/draft-page.md", TestArticle.Page("draft: true"));
        _content.Write("pages/over-page.md", TestArticle.Page("expires: 2026-02-01"));
        _content.Write("pages/unreviewed-page.md", TestArticle.Page("clinical: true"));
        _content.Write("articles/note.txt", "Not an article.");
        _content.Write("README.md", "# Guide");
    }

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Report_OfPagesAndArticlesInEveryState_HasARowForEach() =>
        Assert.Equal(
            [
                "/about Published   8 0 0", "/articles/draft Draft ada 2027-01-05 1 0 0", "/articles/faulty Faulty ada 2027-01-05 1 2 0",
                "/articles/first Published ada 2027-01-05 13 0 0", "/articles/later Scheduled ada 2027-01-05 1 0 0", "/articles/over Expired ada 2027-01-05 1 0 0",
                "/articles/unread Faulty    1 0", "/articles/unreviewed Expired   1 0 1", "/draft-page Draft   1 0 0", "/over-page Expired   1 0 0",
                "/unreviewed-page Published   1 0 1",
            ],
            _content.Load().Report().Select(Line));

    [Fact]
    public void Report_OfCases_NamesThoseThatLackPermission()
    {
        foreach (var picture in TestCase.PatientPictures.Concat(TestCase.Drawings).Concat(["images/patients/2025/a.png", "images/patients/2025/b.png"]))
        {
            _content.WritePicture(picture);
        }

        _content.Write("gallery/drawing.md", TestCase.Illustration());
        _content.Write("gallery/shown.md", TestCase.Patient());
        _content.Write("gallery/taken-back.md", TestCase.Patient(TestCase.Permission + "\n  withdrawn: 2026-06-01", pictures: "patients/2025"));
        _content.Write("gallery/no-record.md", TestCase.Patient("", pictures: "patients/2024"));
        _content.Write("gallery/unread.md", [0xFF, 0xFE]);

        Assert.Equal(["/gallery/drawing Published", "/gallery/no-record Faulty", "/gallery/shown Published", "/gallery/taken-back Withheld", "/gallery/unread Faulty"],
            _content.Load().Report().Where(row => row.Address.StartsWith("/gallery/", StringComparison.Ordinal)).Select(row => $"{row.Address} {row.State}"));
    }

    [Fact]
    public void Report_WhereReviewIsRequired_NamesWhatIsKeptOff()
    {
        var kept = _content.Load(requireReview: true).Report().Where(row => row.State == ContentState.AwaitingReview);

        Assert.Equal(["/articles/unreviewed", "/unreviewed-page"], kept.Select(row => row.Address));
    }

    [Fact]
    public void Report_OfDraftsThatCanBeLookedAt_StillCallsThemDrafts() =>
        Assert.Equal(["/articles/draft", "/draft-page"],
            _content.Load(showDrafts: true).Report().Where(row => row.State == ContentState.Draft).Select(row => row.Address));

    [Fact]
    public void Report_AsTimePasses_IsOfTheMoment()
    {
        var library = _content.Load();

        _content.Time.Set("2026-06-16T00:00:00-07:00");

        Assert.Equal(ContentState.Published, library.Report().Single(row => row.Address == "/articles/later").State);
    }

    [Fact]
    public void Report_AFaultyArticleWhoseLastGoodVersionIsUp_IsFaulty()
    {
        var library = _content.Load();
        _content.Change("articles/first.md", "category: conditions", "category: none");
        library.Reload();

        Assert.Equal((ContentState.Faulty, 1), library.Report().Where(row => row.Address == "/articles/first").Select(row => (row.State, row.Errors)).Single());
    }

    [Fact]
    public void Report_AText_HasItsGrade()
    {
        _content.Write("articles/x.md", TestArticle.With(body: "The patient sat on a table."));

        Assert.Equal(2.48, _content.Load().Report().Single(row => row.Address == "/articles/x").Grade!.Value, precision: 2);
    }

    private static string Line(ContentRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.Address} {row.State} {row.Reviewer} {row.ReviewDue?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {row.Words} {row.Errors} {row.Warnings}");
}
