using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Tests.Search;

/// <summary>Whatever is typed, it is looked for as words and can do nothing else.</summary>
public sealed class HostileQueryTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "\"", "'", "*", "(", ")", "{", "}", "^", ":", "+", "-", ",", ";", "--", "/*", "\\", "%", "_", "?", "$words", "\0", "\u0001", "\u0002", "\u001E", "\u001F", "\uFFFF", "\uD83D", "\uDE00", "😀", "\u202E",
        "\u200F", "שלום", "مرحبا", "ﷺ", "\u0301", "İ", "ß", "ſ", "𞤀", "가", "ก็", "\u00AD", "AND", "OR", "NOT", "NEAR", "NEAR(a b, 1)", "title", "body", "rowid", "words:", "SELECT", "DROP TABLE body", " ", "\t", "\r\n",
        "palsy", "é", "a", "1", "911",
    ];

    private readonly SearchableContent _site = new();

    public HostileQueryTests() => _site.Write("x", title: "Palsy", body: "Words of 1 page and <b>more</b>.").WriteSynonyms("synonyms:\n  - say: [a, \"a b*\"]\n    find: [words]\nacute:\n  call: 911\n  say: [\"911\", \"a b\"]");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("\"")]
    [InlineData("\"palsy")]
    [InlineData("palsy\" OR \"1")]
    [InlineData("palsy AND NOT palsy")]
    [InlineData("NEAR(palsy x, 5)")]
    [InlineData("title:palsy")]
    [InlineData("{title body} : palsy")]
    [InlineData("^palsy*")]
    [InlineData("-palsy +palsy")]
    [InlineData("'; DROP TABLE body; --palsy")]
    [InlineData("palsy\0palsy")]
    [InlineData("\uD83Dpalsy\uDE00 palsy")]
    [InlineData("\u202Epalsy \u200Fשלום")]
    [InlineData("PALSY")]
    public void Find_OperatorsAndOddSigns_LooksForTheWords(string typed)
    {
        // Of the signs themselves only a quote stands alone here.
        Assert.Equal(typed == "\"" ? [] : ["x"], _site.Slugs(typed).Where(slug => slug == "x"));
        Assert.Equal(["x"], _site.Slugs("palsy"));
    }

    [Fact]
    public void Find_TenThousandCharacters_ReadsABeginningOfThem()
    {
        foreach (var typed in new[] { new string('a', 10_000), string.Concat(Enumerable.Repeat("palsy ", 1_667)), new string('"', 10_000), string.Concat(Enumerable.Repeat("😀", 5_000)), new string('\u0301', 10_000), "palsy" + new string(' ', 10_000) })
        {
            Assert.NotNull(_site.Find(typed));
            Assert.NotNull(_site.Suggest(typed));
        }

        Assert.Equal(["x"], _site.Slugs("palsy " + new string('x', 10_000)));
        Assert.Empty(_site.Find(new string(' ', SearchResults.LongestQuery) + "palsy").Hits);
    }

    [Fact]
    public void Find_AnythingPutTogether_NeverFails()
    {
        // Always the same, so that a failure comes back.
        var random = new Random(20261128);
        for (var turn = 0; turn < 2_000; turn++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var results = _site.Find(typed);
            Assert.All(results.Hits.SelectMany(hit => hit.Excerpt), part => Assert.DoesNotContain(part.Text, char.IsControl));
            Assert.NotNull(_site.Suggest(typed));
        }
    }
}
