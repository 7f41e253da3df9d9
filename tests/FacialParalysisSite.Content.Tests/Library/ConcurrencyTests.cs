namespace FacialParalysisSite.Content.Tests.Library;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Current_WhileFilesAndTimeChange_IsAlwaysAWholeCatalog()
    {
        _content.Write("articles/pair-a.md", TestArticle.With("", "Number 0."));
        _content.Write("articles/pair-b.md", TestArticle.With(published: "2026-06-16"));
        var library = _content.Load();
        var versions = new long[4];

        Parallel.For(0, 4, thread =>
        {
            for (var i = 1; i <= 200; i++)
            {
                if (thread == 0 && i % 10 == 0)
                {
                    _content.Write("articles/pair-a.md", TestArticle.With("", $"Number {i}."));
                    library.Reload();
                }
                else if (thread == 1)
                {
                    _content.Time.Set(i % 2 == 0 ? "2026-06-15T12:00:00-07:00" : "2026-06-16T00:00:00-07:00");
                }

                var catalog = library.Current;
                Assert.True(catalog.Version >= versions[thread]);
                versions[thread] = catalog.Version;
                Assert.StartsWith("<p>Number ", catalog.HtmlOf(catalog.FindArticle("pair-a").Item!.Body), StringComparison.Ordinal);
                Assert.Equal(catalog.Articles.Count == 3, catalog.FindArticle("pair-b").Item is not null);
            }
        });

        Assert.Contains("Number 200.", SiteSnapshot.Of(library), StringComparison.Ordinal);
    }

    [Fact]
    public void HtmlOf_ManyReadersAtOnce_IsTheSameForAll()
    {
        var catalog = _content.Load().Current;
        var body = catalog.FindArticle("first").Item!.Body;

        var html = Enumerable.Range(0, 64).AsParallel().Select(_ => catalog.HtmlOf(body)).ToList();

        Assert.All(html, text => Assert.Equal(html[0], text));
    }
}
