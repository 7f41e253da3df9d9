using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Tests.Search;

public sealed class SearchIndexTests : IDisposable
{
    private readonly SearchableContent _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("exercise")]
    [InlineData("EXERCISES")]
    [InlineData("exercising")]
    [InlineData("möbius")]
    [InlineData("Moebius mobius")]
    [InlineData("synk")]
    [InlineData("palsey")]
    [InlineData("pasly")]
    [InlineData("bells palsy")]
    [InlineData("bell's")]
    [InlineData("Bell’s")]
    [InlineData("synkenisis")]
    [InlineData("what should I know of palsy?")]
    public void Find_AWordInAnotherForm_FindsThePage(string typed)
    {
        _site.Write("x", body: "Gentle exercises after Bell’s palsy. Mobius and Möbius. Synkinesis.");

        Assert.Equal("x", _site.Slugs(typed)[0]);
    }

    [Fact]
    public void Find_AWordInDifferentPlaces_PrefersTitleThenInShortThenText()
    {
        _site.Write("text", body: "Only here: numbness.").Write("title", title: "Numbness").Write("in-short", fields: "inShort: [\"Numbness is common.\", \"It passes.\"]");

        Assert.Equal(["title", "in-short", "text"], _site.Slugs("numbness"));
    }

    [Fact]
    public void Find_AWordThatEveryPageHas_StillTellsTitlesApart()
    {
        _site.Write("a", body: "A palsy.").Write("b", title: "What a palsy is").Write("c", body: "Palsy, palsy, palsy.");

        Assert.Equal("b", _site.Slugs("palsy")[0]);
    }

    [Fact]
    public void Find_WordsOfASection_LeadsThereWithAnExcerptInWhichTheyStandOut()
    {
        _site.Write("x", body: "Before.\n\n## At night {#night}\n\nClose the lid & tape <it> shut with **soft** tape.[@a]\n\n## After\n\nElse.", fields: "sources:\n  - id: a\n    title: \"T\"\n    url: \"https://example.org\"");

        var hit = Assert.Single(_site.Find("tape").Hits);

        Assert.Equal(new SearchSection("At night", "/articles/x#night"), hit.Section);
        Assert.Equal("Close the lid & tape <it> shut with soft tape.", string.Concat(hit.Excerpt.Select(part => part.Text)));
        Assert.Equal(["tape", "tape"], hit.Excerpt.Where(part => part.IsFound).Select(part => part.Text));
    }

    [Fact]
    public void Find_AWordOfALongText_ShowsItWithinAFewWords()
    {
        _site.Write("x", body: string.Concat(Enumerable.Repeat("Some words that go on. ", 200)) + "Here is the needle. " + string.Concat(Enumerable.Repeat("And on. ", 200)));

        var excerpt = string.Concat(Assert.Single(_site.Find("needle").Hits).Excerpt.Select(part => part.Text));

        Assert.StartsWith("… ", excerpt, StringComparison.Ordinal);
        Assert.EndsWith(" …", excerpt, StringComparison.Ordinal);
        Assert.Contains("Here is the needle.", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 100, 200);
    }

    [Fact]
    public void Find_AWordOfTheTitleAlone_ShowsTheSummary()
    {
        _site.Write("x", title: "Xylophone", summary: "What it is.");

        var hit = Assert.Single(_site.Find("xylophone").Hits);

        Assert.Equal([new SearchExcerptPart("What it is.", IsFound: false)], hit.Excerpt);
        Assert.Null(hit.Section);
    }

    [Fact]
    public void Find_ATermOfAGlossary_LeadsToItsMeaning()
    {
        _site.Content.Write("pages/glossary.md", TestArticle.Page(body: "Ptosis\n:   A lid that hangs.\n\nSynkinesis\n:   Unwanted movement."));
        _site.Library.Reload();

        Assert.Equal(new SearchSection("Ptosis", "/glossary#term-ptosis"), Assert.Single(_site.Find("ptosis").Hits).Section);
    }

    [Fact]
    public void Find_WhatAPageShowsBesidesItsText_FindsThePage()
    {
        Assert.Equal(["/about"], _site.Slugs("lovelace"));
        Assert.Equal(["/about"], _site.Slugs("beverly hills"));
        Assert.Equal(["first"], _site.Slugs("555-0100"));
    }

    [Fact]
    public void Find_ASlip_SaysWhatWasSearchedFor()
    {
        _site.Write("x", title: "Palsy");

        Assert.Equal([new SearchCorrection("palsey", "palsy")], _site.Find("palsey").Corrections);
        Assert.Empty(_site.Find("palsy").Corrections);
    }

    [Fact]
    public void Find_WordsThatNoPageHas_NamesThem()
    {
        var some = _site.Find("clinic qwertzuiop");
        var none = _site.Find("qwertzuiop");

        Assert.NotEmpty(some.Hits);
        Assert.Equal(["qwertzuiop"], some.Unknown);
        Assert.Empty(none.Hits);
        Assert.Equal(["qwertzuiop"], none.Unknown);
        Assert.False(none.IsBlank);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n ")]
    public void Find_Nothing_IsBlank(string? typed)
    {
        Assert.True(_site.Find(typed).IsBlank);
        Assert.Empty(_site.Find(typed).Hits);
    }

    [Fact]
    public void Find_AnAcuteWord_PutsUrgentPagesFirst()
    {
        _site.Write("title", title: "Stroke").Write("urgent", body: "A stroke.", fields: "urgent: true").WriteSynonyms("acute: [stroke, \"woke up\", droop*]");

        Assert.Equal(["urgent", "title"], _site.Slugs("stroke"));
        Assert.True(_site.Find("I woke up and it drooped").IsAcute);
        Assert.True(_site.Find("drooping").IsAcute);
        Assert.False(_site.Find("woke").IsAcute);
    }

    [Fact]
    public void Find_WhatPeopleSay_FindsWhatPagesSay()
    {
        _site.Write("x", body: "A weak face.").WriteSynonyms("synonyms:\n  - say: [\"crooked smile\", droop*, \"can’t move\"]\n    find: [weak face]");

        Assert.Equal(["x"], _site.Slugs("crooked smile"));
        Assert.Equal(["x"], _site.Slugs("Droopy"));
        Assert.Equal(["x"], _site.Slugs("i cant move it"));
        Assert.Equal(["x"], _site.Slugs("crooket smile"));
        Assert.Empty(_site.Slugs("smile"));
    }

    [Fact]
    public void Suggest_ABeginning_NamesPagesByTheirTitles()
    {
        _site.Write("eye", title: "Protecting your eye").Write("lid", title: "Eyelid weights").Write("other", title: "Other");

        var suggested = _site.Index.Suggest(_site.Library.Current, "your eye");

        Assert.Equal(new SearchSuggestion("Protecting your eye", "/articles/eye"), suggested[0]);
        Assert.Contains(new SearchSuggestion("Eyelid weights", "/articles/lid"), suggested);
        Assert.Empty(_site.Index.Suggest(_site.Library.Current, "  "));
    }
}
