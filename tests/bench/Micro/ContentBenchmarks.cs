using BenchmarkDotNet.Attributes;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Search;

namespace Micro;

/// <summary>What the content costs, over a copy of the site's own, or of the folder that the variable CONTENT names.</summary>
[MemoryDiagnoser]
public class ContentBenchmarks
{
    private static readonly string[] Questions = ["half my face wont move", "bels palsey", "crooked smile", "how long until the botox wears off", "cant close my eye at night"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("micro-");
    private readonly SearchIndex _search = new();
    private ContentSettings _settings = null!;
    private ContentLibrary _library = null!;
    private ContentCatalog _catalog = null!;
    private Article _article = null!;
    private string _file = null!;
    private string _text = null!;
    private int _count;

    [GlobalSetup]
    public void CopyContent()
    {
        var source = Environment.GetEnvironmentVariable("CONTENT") ?? "content";
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(_folder.FullName, Path.GetRelativePath(source, file)));
            copy.Directory!.Create();
            File.Copy(file, copy.FullName);
        }

        _settings = new ContentSettings(_folder.FullName, TimeZoneInfo.Utc);
        _library = new ContentLibrary(_settings, TimeProvider.System);
        _library.Reload();
        _catalog = _library.Current;
        _article = _catalog.Articles[0];
        _file = $"articles/{_article.Slug}.md";
        _text = File.ReadAllText(Path.Combine(_folder.FullName, _file));
        _search.Update(_catalog);
    }

    [GlobalCleanup]
    public void DeleteCopy()
    {
        _search.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Every file is read and parsed, and a catalog made of them.</summary>
    [Benchmark]
    public ContentReload Parse() => new ContentLibrary(_settings, TimeProvider.System).Reload();

    /// <summary>The HTML of an article's text.</summary>
    [Benchmark]
    public string Render() => _catalog.HtmlOf(_article);

    /// <summary>From an edited file to the catalog that takes the place of the one before.</summary>
    [Benchmark]
    public ContentReload Swap()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, _file), $"{_text}\nEdited {++_count} times.\n");
        return _library.Reload(new HashSet<string>(StringComparer.Ordinal) { _file });
    }

    /// <summary>What a page of results is made of, for one question.</summary>
    [Benchmark(OperationsPerInvoke = 5)]
    public int Search() => Questions.Sum(question => _search.Find(_catalog, question).Hits.Count);
}
