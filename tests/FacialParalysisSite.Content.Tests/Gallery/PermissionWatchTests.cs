using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Gallery;

/// <summary>Where nobody can see whether a permission still holds, nobody is shown by it.</summary>
public sealed class PermissionWatchTests : IDisposable
{
    private readonly TestContent _content = new();

    public PermissionWatchTests()
    {
        foreach (var picture in TestCase.PatientPictures.Concat(TestCase.Drawings))
        {
            _content.WritePicture(picture);
        }

        _content.Write("gallery/patient.md", TestCase.Patient());
        _content.Write("gallery/drawing.md", TestCase.Illustration());
    }

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Current_AFolderThatNobodyLooksAt_LosesPatientsWithinAMinuteAndNothingElse()
    {
        var library = _content.Load();
        Assert.Equal(["drawing", "patient"], Slugs(library));

        _content.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(["drawing", "patient"], Slugs(library));

        _content.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["drawing"], Slugs(library));
        Assert.NotEmpty(library.Current.Articles);

        library.Reload();
        Assert.Equal(["drawing", "patient"], Slugs(library));
    }

    [Fact]
    public void Current_AFolderThatIsLookedAt_KeepsPatientsWithoutAnotherCatalog()
    {
        var library = _content.Load();
        var catalog = library.Current;

        for (var look = 0; look < 40; look++)
        {
            _content.Time.Advance(TimeSpan.FromSeconds(3));
            library.Reload();
        }

        Assert.Same(catalog, library.Current);
        Assert.Equal(["drawing", "patient"], Slugs(library));
    }

    [Fact]
    public void Current_AFolderThatIsAway_LosesPatientsUntilItIsBack()
    {
        var library = _content.Load();
        var away = _content.Root + "-away";
        Directory.Move(_content.Root, away);

        _content.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.True(library.Reload().FolderIsAway);
        Assert.Equal(["drawing"], Slugs(library));

        Directory.Move(away, _content.Root);
        library.Reload();
        Assert.Equal(["drawing", "patient"], Slugs(library));
    }

    [Fact]
    public async Task Current_WhileALookHangs_AnswersWithoutPatients()
    {
        var time = new HangingTime(_content.Time);
        var library = new ContentLibrary(_content.Settings(), time);
        library.Reload();
        _content.Write("gallery/patient.md", TestCase.Patient(TestCase.Permission + "\n  withdrawn: 2026-06-15"));
        time.Hang();
        var look = Task.Run(() => library.Reload());
        await time.Hangs;

        _content.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(["drawing"], await Task.Run(() => Slugs(library)).WaitAsync(TimeSpan.FromSeconds(30)));
        time.Release();
        await look;
        Assert.Equal(["drawing"], Slugs(library));
    }

    private static IReadOnlyList<string> Slugs(ContentLibrary library) => library.Current.Cases.Select(item => item.Slug).Order(StringComparer.Ordinal).ToList();

    /// <summary>Holds up whoever asks for the time next, as a disk that does not answer holds up a look: the library asks for it beside each file that it reads.</summary>
    private sealed class HangingTime(FakeTime time) : TimeProvider
    {
        private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _release = new();
        private int _isToHang;

        public Task Hangs => _hangs.Task;

        public override long TimestampFrequency => time.TimestampFrequency;

        public void Hang() => _isToHang = 1;

        public void Release() => _release.Set();

        public override long GetTimestamp() => time.GetTimestamp();

        public override DateTimeOffset GetUtcNow()
        {
            if (Interlocked.Exchange(ref _isToHang, 0) == 1)
            {
                _hangs.SetResult();
                _release.Wait();
            }

            return time.GetUtcNow();
        }
    }
}
