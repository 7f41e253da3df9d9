using System.Globalization;
using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Tests.Search;

public sealed class SearchIndexTests : IDisposable
{
    /// <summary>Of a page with a single question, the whole would fit as well.</summary>
    private static readonly string MuchElse = "\n\n## What else?\n\n" + string.Concat(Enumerable.Repeat("Much more is asked. ", 50));

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
    public void Find_WordsOfAQuestion_LeadsToItInPlaceOfItsPage()
    {
        WriteQuestions("## Is a scan needed?\n\nRarely, and most people with a usual course never have one. A scan shows other causes.\n\n## Can it come back?\n\nIt can, after years.");

        var hit = Assert.Single(_site.Find("scan").Hits);

        Assert.Equal(("Is a scan needed?", "/asked#is-a-scan-needed"), (hit.Title, hit.Address));
        Assert.Equal("Rarely, and most people with a usual course never have one. A scan shows other causes.", string.Concat(hit.Excerpt.Select(part => part.Text)));
        Assert.Null(hit.Section);
        Assert.Equal("/asked", Assert.Single(_site.Find("everything that is asked").Hits).Address);
    }

    [Fact]
    public void Find_AQuestionUnderASubject_NamesItInHitAndSuggestion()
    {
        WriteQuestions("## What of Botox?\n\n### What if I am nursing?\n\nTell your doctor.");

        Assert.Equal("What of Botox: What if I am nursing?", Assert.Single(_site.Find("nursing").Hits).Title);
        Assert.Equal("What of Botox: What if I am nursing?", Assert.Single(_site.Suggest("nursi")).Title);
    }

    [Fact]
    public void Find_AHeadingThatOnlyGroupsQuestions_LeadsToNone()
    {
        WriteQuestions("## What about surgery?\n\n### Does it hurt?\n\nA little.");

        Assert.DoesNotContain("/asked#what-about-surgery", _site.Find("what about surgery").Hits.Select(hit => hit.Address));
    }

    [Theory]
    [InlineData("harms", "Few are known. For trouble breathing call 911.", "Few are known. For trouble breathing call 911.")]
    [InlineData("breathing", "{0} For trouble breathing call 911.", "… For trouble breathing call 911.")]
    [InlineData("harms", "{0} For trouble breathing call 911.", "Few are known.")]
    public void Find_WordsOfAnAnswer_ShowsItsEndWhereItIsShortOrTheyStandThere(string typed, string answer, string shown)
    {
        WriteQuestions("## What are the harms?\n\n" + string.Format(CultureInfo.InvariantCulture, answer, string.Concat(Enumerable.Repeat("Few are known. ", 30)).Trim()));

        var excerpt = string.Concat(Assert.Single(_site.Find(typed).Hits).Excerpt.Select(part => part.Text));

        Assert.Contains(shown, excerpt);
        Assert.Equal(shown.Contains("911", StringComparison.Ordinal), excerpt.Contains("911", StringComparison.Ordinal));
    }

    [Fact]
    public void Find_APartBelowAnAnswer_BelongsToIt()
    {
        WriteQuestions("## Is it safe?\n\nMostly.\n\n### When to worry\n\nIf you cannot swallow." + MuchElse);

        Assert.Equal("/asked#is-it-safe", Assert.Single(_site.Find("swallow").Hits).Address);
    }

    [Fact]
    public void Find_AQuestionOfAnUrgentPage_IsUrgentWhereItsAnswerSaysWhomToCall()
    {
        WriteQuestions("## Is it a stroke?\n\nIt can be: call 911.\n\n## What will it cost?\n\nAsk us.", "urgent: true");

        var questions = SearchDocument.AllOf(_site.Library.Current).Where(document => document.Question is not null).ToDictionary(document => document.Title, document => document.IsUrgent);
        Assert.Equal([("Is it a stroke?", true), ("What will it cost?", false)], questions.Select(question => (question.Key, question.Value)));
    }

    [Fact]
    public void Find_AQuestionThatIsGone_FindsTheOthers()
    {
        WriteQuestions("## Is a scan needed?\n\nRarely.\n\n## Can it come back?\n\nIt can.");
        Assert.Single(_site.Find("scan").Hits);

        WriteQuestions("## Can it come back?\n\nIt can.");

        Assert.Empty(_site.Find("scan").Hits);
        Assert.Equal("/asked#can-it-come-back", Assert.Single(_site.Find("come back").Hits).Address);
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
    public void Find_TwoWordsWithoutTheirSpace_AreBothLookedFor()
    {
        _site.Write("x", title: "Bells palsy").Write("y", title: "Insurance");

        Assert.Equal(["x"], _site.Slugs("bellspalsy"));
        Assert.Equal([new SearchCorrection("bellspalsy", "bells palsy")], _site.Find("bellspalsy").Corrections);
        Assert.Equal(["bellszebra"], _site.Find("bellszebra").Unknown);
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

    [Theory]
    [InlineData("theyre palsy")]
    [InlineData("wasnt palsy")]
    [InlineData("arent palsy")]
    [InlineData("it couldnt be palsy")]
    [InlineData("aren’t palsy")]
    [InlineData("isn`t palsy")]
    public void Find_AnOrdinaryWordThatNoPageHas_IsTakenForNoSlip(string typed)
    {
        _site.Write("x", body: "There you want a parent, couldn’t you? A palsy, wasn’t it. Couldn wasn.");

        Assert.Empty(_site.Find(typed).Corrections);
        Assert.Equal(["x"], _site.Slugs(typed));
    }

    [Fact]
    public void Find_AWordThatPagesWriteWithAnApostrophe_FindsItInAllWaysOfWriting()
    {
        _site.Write("x", body: "O’Malley scored it.");

        foreach (var typed in new[] { "omalley", "O'Malley", "O’Malleys" })
        {
            Assert.Equal(["x"], _site.Slugs(typed));
            Assert.Empty(_site.Find(typed).Corrections);
        }
    }

    [Fact]
    public void Find_ASlip_IsNeverCorrectedIntoAFillingWord()
    {
        _site.Write("x", body: "They want it with care; your lid.");

        Assert.Empty(_site.Find("wamt").Corrections);
        Assert.Equal(["wamt"], _site.Find("wamt lid").Unknown);
    }

    [Theory]
    [InlineData("---")]
    [InlineData("```\nhouse brackmann\n```")]
    [InlineData("---\n\n---")]
    public void Find_APageWithoutASentence_ShowsItsSummary(string body)
    {
        _site.Write("x", title: "Xylophone", summary: "What it is.", body: body).Write("y", body: "A xylophone.");

        Assert.Equal(["x", "y"], _site.Slugs("xylophone"));
        Assert.Equal("What it is.", string.Concat(_site.Find("xylophone").Hits[0].Excerpt.Select(part => part.Text)));
    }

    [Fact]
    public void Find_WordsOfCodeAndOfFigures_FindsThePage()
    {
        _site.Write("code", body: "```\nviolins play\n```\n").Write("figure", body: "{{figure botox-course}}\n\nBelow.[@a]", fields: "sources:\n  - id: a\n    title: \"T\"\n    url: \"https://example.org\"");

        Assert.Equal(["code"], _site.Slugs("violins"));
        Assert.Equal(["figure"], _site.Slugs("treatment followed for six months"));
    }

    [Fact]
    public void Find_AWordOfAHeadingWithoutText_ShowsTheSummaryAndNoEmptyExcerpt()
    {
        _site.Write("x", summary: "What it is.", body: "Begin.\n\n## Xylophones\n\n### How they sound\n\nGood.");

        Assert.Equal("What it is.", string.Concat(Assert.Single(_site.Find("xylophone").Hits).Excerpt.Select(part => part.Text)));
    }

    [Fact]
    public void Find_APlaceThatIsNoFile_LeadsThere()
    {
        _site.WriteSynonyms("places:\n  - address: /consultation\n    title: \"Ask for a visit\"\n    summary: \"A form.\"\n    words: [book online]\n");

        var hit = Assert.Single(_site.Find("booking online").Hits);
        Assert.Equal(("/consultation", "Ask for a visit", "A form."), (hit.Address, hit.Title, string.Concat(hit.Excerpt.Select(part => part.Text))));
        var before = _site.Index.PagesRead;

        _site.Write("x");
        Assert.NotEmpty(_site.Find("booking").Hits);
        Assert.Equal(before + 1, _site.Index.PagesRead);

        _site.WriteSynonyms("");
        Assert.Empty(_site.Index.Find(_site.Library.Current, "booking").Hits);
    }

    [Fact]
    public void Find_WordsThatNoPageHas_AreNotKept()
    {
        _site.Write("x", body: "Gentle exercises.");
        _site.Find("exercises");
        var before = _site.Index.Kept;
        Assert.InRange(before, 1, 10_000);

        for (var turn = 0; turn < 100; turn++)
        {
            _site.Find($"qwertz{turn} exercising exercised");
            _site.Suggest($"qwertz{turn} exercising");
        }

        Assert.Equal(before, _site.Index.Kept);
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

        var suggested = _site.Suggest("your eye");

        Assert.Equal(new SearchSuggestion("Protecting your eye", "/articles/eye"), suggested[0]);
        Assert.Contains(new SearchSuggestion("Eyelid weights", "/articles/lid"), suggested);
        Assert.Empty(_site.Suggest("  "));
    }

    /// <summary>The stem of "FACS" is a word that somebody who types "face" has not finished.</summary>
    [Fact]
    public void Suggest_ABeginningThatIsTheStemOfAnother_NamesWhatMayBecomeOfIt()
    {
        _site.Write("team", title: "The doctor, FACS").Write("x", title: "A weak face").Write("y", title: "A tight face");

        Assert.Equal(["/articles/x", "/articles/y"], _site.Suggest("fac").Select(page => page.Address).Take(2).Order());
    }

    private void WriteQuestions(string questions, string field = "draft: false")
    {
        _site.Content.Write("pages/asked.md", $"---\ntitle: \"Everything that is asked\"\nsummary: \"Answers.\"\nquestions: true\nupdated: 2026-01-01\n{field}\n---\n\n{questions}\n");
        _site.Library.Reload();
    }
}
