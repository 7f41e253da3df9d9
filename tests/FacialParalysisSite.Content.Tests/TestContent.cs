using System.Text;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Files;

namespace FacialParalysisSite.Content.Tests;

/// <summary>
/// A content folder of its own: a copy of Fixtures/Base, which is valid, and whatever the test changes. Every write
/// gets a later time than the one before, far from the fake clock, so that no test waits for file times to settle.
/// </summary>
internal sealed class TestContent : IDisposable
{
    private static readonly string Base = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Base");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("content-tests-");
    private DateTime _lastWrite = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public TestContent()
    {
        foreach (var file in Directory.GetFiles(Base, "*", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(Base, file), File.ReadAllText(file));
        }
    }

    public static TimeZoneInfo ClinicTime { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    public string Root => _folder.FullName;

    /// <summary>The folder of last good versions; it is not there before something is kept.</summary>
    public string Store => Root + "-store";

    public FakeTime Time { get; } = new("2026-06-15T12:00:00-07:00");

    public string PathOf(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes) => Place(path, file => File.WriteAllBytes(file, bytes));

    /// <summary>Puts a PNG there that is unlike every other.</summary>
    public void WritePicture(string path) => Write(path, TestPng.Of(path));

    public void Change(string path, string old, string now)
    {
        var text = Read(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(path, text.Replace(old, now, StringComparison.Ordinal));
    }

    public void Delete(string path) => File.Delete(PathOf(path));

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        if (Directory.Exists(Store))
        {
            Directory.Delete(Store, recursive: true);
        }
    }

    public ContentSettings Settings(bool requireReview = false, bool showDrafts = false) => new(Root, ClinicTime, requireReview, showDrafts);

    /// <summary>A library that has looked at the folder once.</summary>
    public ContentLibrary Load(bool requireReview = false, bool showDrafts = false)
    {
        var library = new ContentLibrary(Settings(requireReview, showDrafts), Time);
        library.Reload();
        return library;
    }

    /// <summary>A library as a site has it: with a store, in which what is good is kept.</summary>
    public ContentLibrary Start()
    {
        var library = new ContentLibrary(Settings() with { Store = Store }, Time);
        library.Reload();
        Assert.Null(library.Keep());
        return library;
    }

    /// <summary>Everything that is wrong in the folder, at a cold start.</summary>
    public IReadOnlyList<ContentProblem> Problems() => new ContentLibrary(Settings(), Time).Reload().Problems;

    private void Place(string path, Action<string> write)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        write(file);
        _lastWrite = _lastWrite.AddMinutes(1);
        File.SetLastWriteTimeUtc(file, _lastWrite);
    }
}
