using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Tests.Library;

/// <summary>A site answers before it has checked its words; what it finds then is the same.</summary>
public sealed class LateWordCheckTests : IDisposable
{
    private readonly TestContent _content = new();

    public LateWordCheckTests()
    {
        _content.Write("checks.yml", "superlatives:\n  - best\nsources: true\n");
        _content.Write("articles/proud.md", TestArticle.With(body: "The best\nwords. [x](none.md)"));
        _content.Write("pages/proud-page.md", TestArticle.Page("clinical: true", "The best page."));
    }

    public void Dispose() => _content.Dispose();

    [Fact]
    public void CheckWords_AfterAReloadWithout_LeavesTheSameProblemsAndGradesAsAWholeReload()
    {
        var whole = _content.Load();
        var library = LoadWithoutWords();

        Assert.NotEqual(whole.Problems, library.Problems);
        var found = library.CheckWords();

        Assert.Equal(whole.Problems, library.Problems);
        Assert.Equal(library.Problems, found.Problems);
        Assert.Equal(["articles/proud.md", "pages/proud-page.md"], found.Appeared.Where(problem => problem.Code == ProblemCode.Superlative).Select(problem => problem.File));
        Assert.Equal(whole.Report(), library.Report());
    }

    [Fact]
    public void CheckWords_OfTheRealContent_LeavesTheSameProblemsAsAWholeReload()
    {
        var settings = _content.Settings() with { Root = RealContent.Root };
        var whole = new ContentLibrary(settings, _content.Time);
        var library = new ContentLibrary(settings, _content.Time);
        whole.Reload();
        library.Reload(checksWords: false);

        library.CheckWords();

        Assert.Equal(whole.Problems, library.Problems);
        Assert.Equal(whole.Report(), library.Report());
    }

    [Fact]
    public void CheckWords_WhatItFinds_ChangesNoPage()
    {
        var library = LoadWithoutWords();
        var before = library.Current;

        library.CheckWords();

        Assert.Same(before, library.Current);
        Assert.False(library.Reload().Changed);
        Assert.Empty(library.CheckWords().Appeared);
    }

    [Fact]
    public void CheckWords_AFileEditedBeforeIt_IsTakenOverAsAWholeByTheNextLook()
    {
        var library = LoadWithoutWords();
        _content.Change("articles/proud.md", "The best", "The very best");

        library.CheckWords();
        Assert.DoesNotContain(library.Problems, problem => problem is { File: "articles/proud.md", Code.Id: "FP0405" });
        library.Reload();

        Assert.Equal(_content.Problems(), library.Problems);
    }

    [Fact]
    public void CheckWords_WhereWordsWereChangedWithoutANewTime_ReadsThemAnewAtTheNextLook()
    {
        var library = LoadWithoutWords();
        var file = _content.PathOf("articles/proud.md");
        var time = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, File.ReadAllText(file).Replace("The best", "The rest", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);

        library.CheckWords();
        library.Reload();

        Assert.Equal(_content.Problems(), library.Problems);
    }

    [Fact]
    public void Reload_AnEditBeforeTheCheck_IsCheckedAtOnce()
    {
        var library = LoadWithoutWords();
        _content.Write("articles/new.md", TestArticle.With(body: "The best."));

        Assert.Contains(library.Reload().Appeared, problem => problem is { File: "articles/new.md", Code.Id: "FP0405" });
        library.CheckWords();

        Assert.Equal(_content.Problems(), library.Problems);
    }

    [Fact]
    public void CheckWords_AFileEditedOrDeletedOrMendedDuringIt_StaysAsItIsNow()
    {
        _content.Write("articles/deleted.md", TestArticle.With(body: "The best."));
        _content.Write("articles/mended.md", TestArticle.With(body: "The best."));
        var library = LoadWithoutWords();

        var found = library.FindWords();
        _content.Change("articles/proud.md", "The best", "The very best");
        _content.Write("articles/mended.md", TestArticle.With(body: "Good."));
        File.Delete(_content.PathOf("articles/deleted.md"));
        library.Reload();
        library.TakeOver(found);

        Assert.Equal(_content.Problems(), library.Problems);
        Assert.False(library.Reload().Changed);
    }

    [Fact]
    public void CheckWords_TwiceAtOnce_TellsEachProblemOnce()
    {
        var library = LoadWithoutWords();
        var (first, second) = (library.FindWords(), library.FindWords());

        Assert.NotEmpty(library.TakeOver(first).Appeared);
        Assert.Empty(library.TakeOver(second).Appeared);
        Assert.Equal(_content.Problems(), library.Problems);
    }

    [Fact]
    public void CheckWords_ThatWasEnded_IsDoneByTheNext()
    {
        var library = LoadWithoutWords();

        Assert.Empty(library.CheckWords(new CancellationToken(canceled: true)).Appeared);
        library.CheckWords();

        Assert.Equal(_content.Problems(), library.Problems);
    }

    private ContentLibrary LoadWithoutWords()
    {
        var library = new ContentLibrary(_content.Settings(), _content.Time);
        library.Reload(checksWords: false);
        return library;
    }
}
