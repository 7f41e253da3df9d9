using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Search;

/// <summary>Staff tune what is found while the site runs.</summary>
public sealed class SynonymsFileTests : IDisposable
{
    private readonly SearchableContent _site = new();

    public SynonymsFileTests() => _site.Write("x", body: "A weak face.").WriteSynonyms("synonyms:\n  - say: [droopy]\n    find: [weak]\n");

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Reload_OtherSynonyms_AreUsedAtOnce()
    {
        Assert.Equal(["x"], _site.Slugs("droopy"));

        _site.WriteSynonyms("synonyms:\n  - say: [crooked]\n    find: [weak]\n");

        Assert.Empty(_site.Slugs("droopy"));
        Assert.Equal(["x"], _site.Slugs("crooked"));
    }

    [Fact]
    public void Reload_FaultySynonyms_KeepTheLastGoodOnes()
    {
        _site.WriteSynonyms("synonyms:\n  - say: [crooked]\n    finds: [weak]\n");

        Assert.Equal(["synonyms.yml(2,5): error FP0104", "synonyms.yml(3,5): error FP0103"], _site.Library.Problems.Select(ProblemFixture.Line));
        Assert.Equal(["x"], _site.Slugs("droopy"));

        _site.Content.Write("synonyms.yml", "");
        _site.Library.Reload();
        Assert.Equal(["x"], _site.Slugs("droopy"));
    }

    [Fact]
    public void Reload_SeveralFaults_NamesThemAll()
    {
        _site.WriteSynonyms("synonyms:\n  - say: [a*]\n    find: [weak]\n  - say: []\n    find: [weak]\n  - find: [weak]\nacute:\n  call: nine\n  articles: [nowhere]\n  unless: [some*]\ncrisis:\n  call: 988\n  say: [x]\neye:\n  call: 911\n  say: [y]\nplaces:\n  - address: /nowhere\n    title: T\n    summary: S\n    words: [w]\n");

        Assert.Equal(
            [
                "synonyms.yml(2,11): error FP0110", "synonyms.yml(4,10): error FP0104", "synonyms.yml(6,5): error FP0104", "synonyms.yml(8,3): error FP0104",
                "synonyms.yml(8,9): error FP0115", "synonyms.yml(9,14): error FP0206", "synonyms.yml(10,12): error FP0110", "synonyms.yml(12,3): error FP0104",
                "synonyms.yml(15,3): error FP0104", "synonyms.yml(18,14): error FP0113",
            ],
            _site.Library.Problems.Select(ProblemFixture.Line));
        Assert.Equal(["x"], _site.Slugs("droopy"));
    }

    [Theory]
    [InlineData("crisis")]
    [InlineData("emergency")]
    [InlineData("acute")]
    [InlineData("eye")]
    [InlineData("possible")]
    public void Reload_WithoutWordsOfAlarm_KeepsTheLastGoodOnes(string missing)
    {
        _site.Content.Write("synonyms.yml", SearchableContent.Complete("", without: missing));

        var problem = Assert.Single(_site.Library.Reload().Problems);
        Assert.Equal("synonyms.yml(1,1): error FP0104", ProblemFixture.Line(problem));
        Assert.Contains($"\"{missing}\"", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["x"], _site.Slugs("droopy"));
    }

    [Fact]
    public void Reload_WithoutWordsOfAlarmAndWithOtherFaults_NamesThemAll()
    {
        _site.Content.Write("synonyms.yml", "synonyms:\n  - say: [crooked]\n");

        Assert.Equal(
            [.. Enumerable.Repeat("synonyms.yml(1,1): error FP0104", 5), "synonyms.yml(2,5): error FP0104"], _site.Library.Reload().Problems.Select(ProblemFixture.Line));
    }

    [Fact]
    public void Find_WhatStaffPutFirst_IsFirstForThoseWordsAlone()
    {
        _site.Write("y", title: "A weak face on the left").WriteSynonyms("first:\n  - say: [what is a weak face]\n    articles: [x]\n");

        Assert.Equal(["x", "y"], _site.Slugs("face weak"));
        Assert.Equal(["y", "x"], _site.Slugs("a weak left face"));

        // What no page has says nothing of what is meant.
        Assert.Equal(["x", "y"], _site.Slugs("weak face zebra"));
    }

    [Fact]
    public void Start_WithFaultySynonyms_UsesTheStoredOnes()
    {
        _site.Content.Start();
        _site.Content.Write("synonyms.yml", "synonyms: 1\n");

        var started = _site.Content.Start().Current;
        _site.Index.Update(started);
        Assert.Equal(["x"], _site.Index.Find(started, "droopy").Hits.Select(hit => hit.Address["/articles/".Length..]));
    }

    [Fact]
    public void Reload_WithoutTheFile_NamesItAndKeepsWhatItSaidAlsoAfterARestart()
    {
        var running = _site.Content.Start();
        _site.Content.Delete("synonyms.yml");

        Assert.Equal(["synonyms.yml(1,1): error FP0007"], _site.Library.Reload().Problems.Select(ProblemFixture.Line));
        Assert.Equal(["x"], _site.Slugs("droopy"));
        Assert.Equal("988", Assert.Single(_site.Find("suicide").Help).Call);

        running.Reload();
        Assert.Null(running.Keep());
        var started = _site.Content.Start();
        _site.Index.Update(started.Current);
        Assert.Equal(["x"], _site.Index.Find(started.Current, "droopy").Hits.Select(hit => hit.Address["/articles/".Length..]));
        Assert.Equal("988", Assert.Single(_site.Index.Find(started.Current, "suicide").Help).Call);
        Assert.Equal(["synonyms.yml(1,1): error FP0007"], started.Problems.Select(ProblemFixture.Line));
    }

    [Fact]
    public void Find_WhatMeansSomethingElse_RaisesNoAlarm()
    {
        _site.WriteSynonyms("crisis:\n  call: 988\n  line: L\n  say: [\"take/taking my life\"]\n  unless: [\"taking over my life\"]\n");

        Assert.Empty(_site.Find("it is taking over my life").Help);
        Assert.NotEmpty(_site.Find("taking my life").Help);
        Assert.NotEmpty(_site.Find("taking over all my life").Help);
        Assert.NotEmpty(_site.Find("taking over my life so i take my life").Help);
    }
}
