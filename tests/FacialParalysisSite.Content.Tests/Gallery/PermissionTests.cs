using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Gallery;

/// <summary>Nothing of a patient is shown without a permission that holds.</summary>
public sealed class PermissionTests : IDisposable
{
    private const string Path = "gallery/x.md";

    private readonly TestContent _content = new();

    public PermissionTests()
    {
        foreach (var picture in TestCase.PatientPictures.Concat(TestCase.Drawings))
        {
            _content.WritePicture(picture);
        }
    }

    /// <summary>What may stand in the place of a record that holds, at noon of 15 June 2026 at the clinic.</summary>
    public static TheoryData<string> NoPermissions =>
    [
        "",
        "authorization:",
        "authorization: yes",
        "authorization: [web]",
        Record("form: \"A-17\"", ""),
        Record("form: \"A-17\"", "form: \"\""),
        Record("signed: 2026-01-10", ""),
        Record("signed: 2026-01-10", "signed: 2026-06-16"),
        Record("signed: 2026-01-10", "signed: last year"),
        Record("scope: [web]", ""),
        Record("scope: [web]", "scope: []"),
        Record("scope: [web]", "scope: [print, social]"),
        Record("scope: [web]", "scope: web"),
        Record("scope: [web]", "scope: [Web]"),
        Record("expires: 2028-01-10", ""),
        Record("expires: 2028-01-10", "expires: never"),
        Record("expires: 2028-01-10", "expires: 2026-06-14"),
        Record("expires: 2028-01-10", "expires: 2026-06-15T11:59:00-07:00"),
        Record("expires: 2028-01-10", "expires: 2025-01-10"),
        TestCase.Permission + "\n  withdrawn: 2026-06-15",
        TestCase.Permission + "\n  withdrawn: 2026-02-01",
        TestCase.Permission + "\n  withdrawn: 2026-06-20",
        TestCase.Permission + "\n  withdrawn:",
        TestCase.Permission + "\n  withdrawn: yes",
        TestCase.Permission + "\n  withdrawn: \"\"",
        TestCase.Permission + "\n  withdrew: 2026-06-15",
        TestCase.Permission + "\nwithdrawn: 2026-06-15",
    ];

    public void Dispose() => _content.Dispose();

    [Fact]
    public void FindCase_OfAPatientWhosePermissionHolds_FindsIt()
    {
        _content.Write(Path, TestCase.Patient());

        var library = _content.Load();

        Assert.Empty(library.Problems);
        Assert.Equal("x", Assert.Single(library.Current.Cases).Slug);
        Assert.Equal(Availability.Published, library.Current.FindCase("x").Availability);
    }

    [Theory]
    [MemberData(nameof(NoPermissions))]
    public void FindCase_OfAPatientWithoutPermission_IsGone(string record)
    {
        _content.Write(Path, TestCase.Patient(record));

        AssertHidden(_content.Load());
        AssertHidden(_content.Load(showDrafts: true));
    }

    [Theory]
    [MemberData(nameof(NoPermissions))]
    public void Reload_APermissionThatNoLongerHolds_TakesTheCaseAwayAtOnce(string record)
    {
        _content.Write(Path, TestCase.Patient());
        var library = _content.Start();
        Assert.Single(library.Current.Cases);

        _content.Write(Path, TestCase.Patient(record));
        library.Reload();
        AssertHidden(library);

        Assert.Null(library.Keep());
        AssertHidden(_content.Start());
    }

    [Theory]
    [InlineData("title: \"A case\"", "titel: \"A case\"")]
    [InlineData("title: \"A case\"", "title: \"A case")]
    [InlineData("kind: patient", "kind: patients")]
    [InlineData("kind: patient", "kind: illustration")]
    [InlineData("kind: patient", "")]
    [InlineData("---\n\nWords.", "\nWords.")]
    [InlineData("Words.", "# Words")]
    [InlineData("file: patients/b.png", "file: patients/c.png")]
    [InlineData("file: patients/b.png", "file: gallery/b.png")]
    [InlineData("moment: after", "moment: before")]
    [InlineData("alt: \"Both", "alt: \"\" # ")]
    [InlineData("treated: 2026", "")]
    [InlineData("afterTreatment: 3 months", "afterTreatment: soon")]
    [InlineData("article: first", "article: none")]
    public void Reload_AnyFaultInAPatientsCase_TakesItAwayUntilMended(string good, string faulty)
    {
        _content.Write(Path, TestCase.Patient());
        var library = _content.Start();

        _content.Change(Path, good, faulty);
        library.Reload();
        AssertHidden(library);
        Assert.Null(library.Keep());
        AssertHidden(_content.Start());

        _content.Write(Path, TestCase.Patient());
        library.Reload();
        Assert.Single(library.Current.Cases);
    }

    [Fact]
    public void Reload_APatientsFileThatCannotBeRead_TakesTheCaseAway()
    {
        _content.Write(Path, TestCase.Patient());
        var library = _content.Start();

        _content.Write(Path, [0xFF, 0xFE, 0xFD]);
        library.Reload();

        AssertHidden(library);
    }

    [Fact]
    public void Reload_APictureOfAPatientThatIsNoneAnyMore_TakesTheCaseAway()
    {
        _content.Write(Path, TestCase.Patient());
        var library = _content.Start();

        _content.Write(TestCase.PatientPictures[1], "words");
        library.Reload();

        AssertHidden(library);
    }

    [Fact]
    public void Reload_ADeletedCase_IsGoneAtOnceAndForGood()
    {
        _content.Write(Path, TestCase.Patient());
        var library = _content.Start();

        _content.Delete(Path);
        library.Reload();
        AssertHidden(library);
        Assert.Null(library.Keep());
        Assert.DoesNotContain(Directory.GetFiles(_content.Store, "*", SearchOption.AllDirectories), file => file.Contains("gallery", StringComparison.Ordinal));
    }

    [Fact]
    public void Keep_ACaseOfAPatient_KeepsNothingOfItAndForgetsWhatItWas()
    {
        _content.Write(Path, TestCase.Illustration());
        var library = _content.Start();
        var stored = System.IO.Path.Combine(_content.Store, Path);
        Assert.True(File.Exists(stored));

        _content.Write(Path, TestCase.Patient());
        library.Reload();
        Assert.Null(library.Keep());

        Assert.Single(library.Current.Cases);
        Assert.False(File.Exists(stored));
    }

    [Fact]
    public void Current_WhenThePermissionEnds_LosesTheCaseAtTheClinicsMidnight()
    {
        _content.Write(Path, TestCase.Patient(Record("expires: 2028-01-10", "expires: 2026-06-15")));
        var library = _content.Load();

        _content.Time.Set("2026-06-16T00:00:00-07:00");
        _content.Time.Advance(TimeSpan.FromTicks(-1));
        library.Reload();
        Assert.Single(library.Current.Cases);

        _content.Time.Advance(TimeSpan.FromTicks(1));
        AssertHidden(library);
    }

    [Theory]
    [InlineData("2026-08-14", 61, null)]
    [InlineData("2026-08-13", 60, "FP0605")]
    [InlineData("2026-06-15", 1, "FP0605")]
    [InlineData("2026-06-14", 0, "FP0604")]
    public void Reload_APermissionThatEnds_IsNamedSixtyDaysAhead(string expires, int days, string? code)
    {
        _content.Write(Path, TestCase.Patient(Record("expires: 2028-01-10", "expires: " + expires)));

        var problems = _content.Load().Problems;

        Assert.Equal(code, problems.SingleOrDefault()?.Code.Id);
        Assert.Equal(code == "FP0605", problems.Any(problem => problem.Message.Contains(days == 1 ? "last day" : $"{days} more days", StringComparison.Ordinal)));
    }

    private static string Record(string good, string instead) => TestCase.Permission.Replace(good, instead, StringComparison.Ordinal);

    private static void AssertHidden(ContentLibrary library)
    {
        var catalog = library.Current;
        Assert.Empty(catalog.Cases);
        Assert.Empty(catalog.CasePreviews);
        Assert.Equal((null, Availability.Gone), (catalog.FindCase("x").Item, catalog.FindCase("x").Availability));
    }
}
