using System.Globalization;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Content.Tests.Library;
using Xunit.Abstractions;

namespace FacialParalysisSite.Content.Tests.Search;

/// <summary>Questions of frightened people, asked of the site's own content. run.sh prints the scores.</summary>
public sealed class SearchQualityTests(ITestOutputHelper output)
{
    private const double LeastFirst = 0.8;

    private const double LeastInFirstThree = 0.95;

    private const double LeastFirstUnseen = 0.6;

    private const double LeastInFirstThreeUnseen = 0.75;

    [Fact]
    public void Find_QuestionsItWasTunedWith_AreAnsweredFirstOrNearlyFirst()
    {
        var (first, inFirstThree) = Score("questions-tuned.txt", questions: 135);

        Assert.True(first >= LeastFirst && inFirstThree >= LeastInFirstThree);
    }

    /// <summary>A bound far below: one that is met by tuning would make them a list the search was tuned with.</summary>
    [Fact]
    public void Find_QuestionsItWasNeverTunedWith_AreMostlyAnswered()
    {
        var (first, inFirstThree) = Score("questions-unseen.txt", questions: 29);

        Assert.True(first >= LeastFirstUnseen && inFirstThree >= LeastInFirstThreeUnseen);
    }

    [Theory]
    [InlineData("insurance")]
    [InlineData("botox")]
    [InlineData("surgery")]
    [InlineData("face")]
    [InlineData("palsy")]
    [InlineData("treatment words score")]
    [InlineData("request a consultation")]
    public void Find_AWordOfManyPages_ShowsAnExcerptOfEach(string typed)
    {
        using var index = new SearchIndex();
        var catalog = TestLibrary.Real().Current;
        index.Update(catalog);

        var hits = index.Find(catalog, typed).Hits;

        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.True(string.Concat(hit.Excerpt.Select(part => part.Text)).Length > 15, hit.Address));
    }

    [Theory]
    [InlineData("bells palsy", "/articles/bells-palsy-first-72-hours")]
    [InlineData("what is bels palsey", "/articles/bells-palsy-first-72-hours")]
    [InlineData("facial paralysis", "/articles/bells-palsy-first-72-hours")]
    [InlineData("synkinesis", "/articles/what-is-synkinesis")]
    [InlineData("eye twitching", "/articles/what-is-synkinesis")]
    [InlineData("botox", "/articles/how-does-botox-help-bells-palsy-and-synkinesis")]
    [InlineData("where are you located", "/contact")]
    [InlineData("faq", "/faq")]
    [InlineData("cant close my eye", "/articles/protect-your-eye-facial-paralysis")]
    [InlineData("can the eye close", "/articles/protect-your-eye-facial-paralysis")]
    [InlineData("before and after pictures", "/gallery")]
    public void Find_WhatIsAskedMost_LeadsToWhatIsMeantMost(string typed, string first)
    {
        using var index = new SearchIndex();
        var catalog = TestLibrary.Real().Current;
        index.Update(catalog);

        Assert.Equal(first, Addresses(index, catalog, typed)[0]);
    }

    [Theory]
    [InlineData("request a consultation")]
    [InlineData("contact form")]
    [InlineData("book appointment online")]
    [InlineData("sign up online")]
    public void Find_WordsForTheForm_LeadThere(string typed)
    {
        using var index = new SearchIndex();
        var catalog = TestLibrary.Real().Current;
        index.Update(catalog);

        Assert.Contains(SiteAddresses.Consultation, Addresses(index, catalog, typed).Take(3));
    }

    private (double First, double InFirstThree) Score(string file, int questions)
    {
        using var index = new SearchIndex();
        var catalog = TestLibrary.Real().Current;
        index.Update(catalog);
        var asked = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Search", file))
            .Where(line => !line.StartsWith('#') && line.Contains(" => ", StringComparison.Ordinal))
            .Select(line => line.Split(" => ") is var parts ? (Question: parts[0], Right: parts[1].Split(" | ")) : default).ToList();
        Assert.Equal(questions, asked.Count);
        Assert.Empty(asked.SelectMany(asking => asking.Right).Except(SearchDocument.AllOf(catalog).Select(page => page.Address)));

        var answers = asked.ConvertAll(asking => (asking.Question, asking.Right, Hits: Addresses(index, catalog, asking.Question)))
            .ConvertAll(asking => (asking.Question, asking.Right, asking.Hits, Place: asking.Hits.FindIndex(hit => asking.Right.Contains(hit, StringComparer.Ordinal)) + 1));
        var first = (double)answers.Count(answer => answer.Place == 1) / answers.Count;
        var inFirstThree = (double)answers.Count(answer => answer.Place is >= 1 and <= 3) / answers.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Search quality, {file}: of {answers.Count} questions the right page is first for {first:P0}, in the first three for {inFirstThree:P0}"));
        foreach (var (question, right, hits, place) in answers.Where(answer => answer.Place != 1))
        {
            output.WriteLine($"  {question}: {right[0]} is number {place}, first is {hits.FirstOrDefault()}");
        }

        return (first, inFirstThree);
    }

    private static List<string> Addresses(SearchIndex index, ContentCatalog catalog, string question) =>
        index.Find(catalog, question).Hits.Select(hit => hit.Address).ToList();
}
