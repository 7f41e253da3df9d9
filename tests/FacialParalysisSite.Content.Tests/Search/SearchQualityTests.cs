using System.Globalization;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Content.Tests.Library;
using Xunit.Abstractions;

namespace FacialParalysisSite.Content.Tests.Search;

/// <summary>Sixty questions of frightened people, asked of the site's own content. run.sh prints the score.</summary>
public sealed class SearchQualityTests(ITestOutputHelper output)
{
    private const int Questions = 60;

    private const double LeastFirst = 0.8;

    private const double LeastInFirstThree = 0.95;

    [Fact]
    public void Find_RealQuestions_AreAnsweredFirstOrNearlyFirst()
    {
        using var index = new SearchIndex();
        var catalog = TestLibrary.Real().Current;
        var asked = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Search", "questions.txt"))
            .Where(line => !line.StartsWith('#') && line.Contains(" => ", StringComparison.Ordinal))
            .Select(line => line.Split(" => ")).ToList();
        var places = asked.ConvertAll(line => (Question: line[0], Hits: index.Find(catalog, line[0]).Hits.Select(hit => hit.Address).ToList(), Right: line[1]))
            .ConvertAll(asking => (asking.Question, asking.Hits, asking.Right, Place: asking.Hits.IndexOf(asking.Right) + 1));

        var first = (double)places.Count(answer => answer.Place == 1) / places.Count;
        var inFirstThree = (double)places.Count(answer => answer.Place is >= 1 and <= 3) / places.Count;
        var score = string.Create(CultureInfo.InvariantCulture, $"Search quality: of {places.Count} real questions the right page is first for {first:P0}, in the first three for {inFirstThree:P0}");
        output.WriteLine(score);
        foreach (var (question, hits, right, place) in places.Where(answer => answer.Place != 1))
        {
            output.WriteLine($"  {question}: {right} is number {place}, first is {hits.FirstOrDefault()}");
        }

        Assert.Equal(Questions, asked.Count);
        Assert.Empty(asked.Select(line => line[1]).Except(catalog.Articles.Select(article => article.Address).Concat(catalog.Pages.Select(page => page.Address))));
        Assert.True(first >= LeastFirst && inFirstThree >= LeastInFirstThree, score);
    }
}
