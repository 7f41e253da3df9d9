using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Tests.Search;

/// <summary>The search follows what is published.</summary>
public sealed class SearchUpdateTests : IDisposable
{
    private readonly SearchableContent _site = new();

    public void Dispose() => _site.Dispose();

    /// <summary>A site that cannot bind its port ends while it still reads its pages.</summary>
    [Fact]
    public async Task Dispose_WhileAnUpdateRuns_LetsItEnd()
    {
        _site.Index.Update(_site.Library.Current);
        using var hasBegun = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var holding = Task.Run(() => _site.Index.Ask(_ =>
        {
            hasBegun.Set();
            mayEnd.Wait();
            return "";
        }));
        hasBegun.Wait();
        _site.Write("x", body: "New phrases.");
        var update = Task.Run(() => _site.Index.Update(_site.Library.Current));
        Assert.True(SpinWait.SpinUntil(() => _site.Index.Find(_site.Library.Current, "phrases").Hits.Count == 1, TimeSpan.FromMinutes(1)));

        // The update waits now for the search that holds the second copy, and the end of the site for the update.
        var end = new Thread(_site.Index.Dispose);
        end.Start();
        Assert.True(SpinWait.SpinUntil(() => end.ThreadState != ThreadState.Running, TimeSpan.FromMinutes(1)));
        Assert.Equal(ThreadState.WaitSleepJoin, end.ThreadState);
        mayEnd.Set();

        Assert.Empty(await update);
        await holding;
        end.Join();
    }

    [Fact]
    public void Find_AfterAnEdit_ReadsOnlyThePageThatChanged()
    {
        _site.Write("x", body: "Old violins.").Write("y", body: "Steady.");
        Assert.Equal(["x"], _site.Slugs("violins"));
        var before = _site.Index.PagesRead;

        _site.Write("x", body: "New phrases.");

        Assert.Empty(_site.Slugs("violins"));
        Assert.Equal(["x"], _site.Slugs("phrases"));
        Assert.Equal(["y"], _site.Slugs("steady"));
        Assert.Equal(before + 1, _site.Index.PagesRead);
    }

    [Fact]
    public void Find_AfterAnEditOfSomethingElse_ReadsNothing()
    {
        Assert.Empty(_site.Slugs("praxis"));
        var before = _site.Index.PagesRead;

        _site.WriteSynonyms("synonyms:\n  - say: [praxis]\n    find: [Beverly]");
        _site.Content.Write("articles/hidden.md", TestArticle.With("draft: true"));
        _site.Library.Reload();

        Assert.Equal(["/about"], _site.Slugs("praxis"));
        Assert.Equal(before, _site.Index.PagesRead);
    }

    [Fact]
    public void Find_AfterAnotherPhone_ReadsThePagesThatShowIt()
    {
        Assert.Equal(["first"], _site.Slugs("0100"));
        var before = _site.Index.PagesRead;

        _site.Content.Change("clinic.yml", "555-0100", "555-0199");
        _site.Library.Reload();

        Assert.Equal(["first"], _site.Slugs("0199"));
        Assert.Empty(_site.Find("0100").Hits);
        Assert.Equal(before + 2, _site.Index.PagesRead);
    }

    [Fact]
    public void Find_AfterAnotherBiography_ReadsThePageThatShowsIt()
    {
        Assert.Empty(_site.Find("astronomer").Hits);
        var before = _site.Index.PagesRead;

        _site.Content.Change("people/ada.md", "directs the clinic", "is an astronomer");
        _site.Library.Reload();

        Assert.Equal(["/about"], _site.Slugs("astronomer"));
        Assert.Equal(before + 1, _site.Index.PagesRead);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Find_WhatIsNotPublished_FindsNothing(bool showDrafts)
    {
        using var site = new SearchableContent(showDrafts);
        site.Write("draft", title: "Xylophone", fields: "draft: true").Write("over", title: "Xylophone", fields: "expires: 2026-01-31");
        site.Content.Write("articles/later.md", TestArticle.With(body: "Xylophone.", published: "2027-01-01"));
        site.Content.Write("pages/draft.md", TestArticle.Page("draft: true", "Xylophone."));
        site.Library.Reload();

        Assert.Empty(site.Find("xylophone").Hits);
        Assert.Equal(["xylophone"], site.Find("xylophone").Unknown);
        Assert.Empty(site.Suggest("xylo"));
    }

    [Fact]
    public void Find_WhenTheTimeComes_AppearsAndGoesAway()
    {
        _site.Content.Write("articles/x.md", TestArticle.With("expires: 2026-06-20", "Xylophone.", published: "2026-06-16"));
        _site.Library.Reload();
        Assert.Empty(_site.Slugs("xylophone"));

        _site.Content.Time.Set("2026-06-16T00:00:00-07:00");
        Assert.Equal(["x"], _site.Slugs("xylophone"));

        _site.Content.Time.Set("2026-06-21T00:00:00-07:00");
        Assert.Empty(_site.Slugs("xylophone"));
        Assert.Empty(_site.Find("xylophon").Corrections);
    }

    [Fact]
    public void Find_ADeletedPage_IsGoneAndSoIsItsPlace()
    {
        _site.Write("a", body: "Xylophone.").Write("b", body: "Violin.");
        Assert.Equal(["a"], _site.Slugs("xylophone"));

        _site.Content.Delete("articles/a.md");
        _site.Write("c", body: "Trumpet.");

        Assert.Empty(_site.Slugs("xylophone"));
        Assert.Equal(["c"], _site.Slugs("trumpet"));
        Assert.Equal(["b"], _site.Slugs("violin"));
    }

    [Fact]
    public void Find_WithAnOlderCatalog_FindsNothingThatItHasNotGot()
    {
        var older = _site.Library.Current;
        _site.Write("x", body: "Xylophone.");
        Assert.Equal(["x"], _site.Slugs("xylophone"));

        Assert.Empty(_site.Index.Find(older, "xylophone").Hits);
        Assert.Equal(["x"], _site.Slugs("xylophone"));
    }

    [Fact]
    public void Find_AfterAnotherPhoneInABiography_ReadsThePageThatShowsIt()
    {
        _site.Content.Change("people/ada.md", "directs the clinic", "answers {{phone}} at the clinic");
        _site.Library.Reload();
        Assert.Contains("/about", _site.Slugs("0100"));

        _site.Content.Change("clinic.yml", "555-0100", "555-0199");
        _site.Library.Reload();

        Assert.Contains("/about", _site.Slugs("0199"));
        Assert.Empty(_site.Find("0100").Hits);
    }

    [Fact]
    public void Find_WhatIsNotTakenOverYet_AnswersWithThePagesAsTheyWereWithoutThoseThatAreGone()
    {
        _site.Write("x", body: "Xylophone.").Write("y", body: "Old violins.");
        Assert.Equal(["x"], _site.Slugs("xylophone"));

        _site.Content.Delete("articles/x.md");
        _site.Write("y", body: "New phrases.").Write("z", body: "Violins.");

        Assert.Empty(_site.Index.Find(_site.Library.Current, "xylophone").Hits);
        Assert.Equal(["/articles/y"], _site.Index.Find(_site.Library.Current, "violins").Hits.Select(hit => hit.Address));
        Assert.Equal(["z"], _site.Slugs("violins"));
    }

    [Fact]
    public async Task Find_WhileAnUpdateIsStuck_AnswersAtOnceAndTheSearchThatHoldsItUpIsNotDisturbed()
    {
        _site.Write("x", body: "Old violins.");
        Assert.Equal(["x"], _site.Slugs("violins"));
        using var hasBegun = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var running = Task.Run(() => _site.Index.Ask(pages =>
        {
            hasBegun.Set();
            mayEnd.Wait();
            return pages.Find(_site.Library.Current, SearchQuery.Read("violins")).Hits.Select(hit => hit.Address).ToList();
        }));
        hasBegun.Wait();

        _site.Content.Write("articles/x.md", TestArticle.With(body: "New phrases."));
        _site.Library.Reload();
        var updating = Task.Run(() => _site.Index.Update(_site.Library.Current));
        Assert.True(SpinWait.SpinUntil(() => _site.Index.Find(_site.Library.Current, "phrases").Hits.Count == 1, TimeSpan.FromMinutes(1)));

        Assert.False(updating.IsCompleted);
        Assert.Empty(_site.Index.Find(_site.Library.Current, "violins").Hits);
        mayEnd.Set();
        Assert.Equal(["/articles/x"], await running);
        await updating;
        Assert.Equal(["x"], _site.Slugs("phrases"));
        _site.Write("y", body: "More violins.");
        Assert.Equal(["y"], _site.Slugs("violins"));
    }

    [Fact]
    public async Task WaitUntilReady_BeforeTheFirstUpdate_EndsWithItOrWithThePatience()
    {
        await _site.Index.WaitUntilReadyAsync(TimeSpan.Zero);
        Assert.True(_site.Index.Find(_site.Library.Current, "first").IsBeingMadeReady);
        Assert.Empty(_site.Index.Suggest(_site.Library.Current, "first"));
        var waiting = _site.Index.WaitUntilReadyAsync(TimeSpan.FromMinutes(10));
        Assert.False(waiting.IsCompleted);

        _site.Index.Update(_site.Library.Current);

        await waiting;
        Assert.False(_site.Index.Find(_site.Library.Current, "first").IsBeingMadeReady);
    }

    [Fact]
    public void Read_APageThatCannotBeRead_IsLeftOutAndNamedAndTakesNoOtherWithIt()
    {
        var good = SearchDocument.AllOf(_site.Library.Current).ToList();
        var reading = new PageReading(_site.Library.Current.Clinic);

        var read = reading.Of([good[0] with { File = "bad.md", Title = null! }, .. good]);

        Assert.Equal(good.Select(document => document.File), read.Select(page => page.Document.File));
        Assert.Equal(["bad.md"], reading.Faults.Select(fault => fault.File));
        Assert.Equal(good.Count, reading.PagesRead);
    }

    [Fact]
    public void Find_ManyAtOnceWhilePagesChange_AnswersFromTheCatalogItIsAskedWith()
    {
        _site.Write("x", body: "Number0.").Write("y", body: "Steady.");

        Parallel.For(0, 4, thread =>
        {
            for (var turn = 1; turn <= 100; turn++)
            {
                if (thread == 0)
                {
                    _site.Write("x", body: $"Number{turn}.");
                    Assert.Equal(["x"], _site.Slugs($"number{turn}"));
                }
                else
                {
                    Assert.Equal(["y"], _site.Slugs("steady"));
                    Assert.Equal(["y"], _site.Slugs("stedy"));
                }
            }
        });

        Assert.Equal(["x"], _site.Slugs("number100"));
    }
}
