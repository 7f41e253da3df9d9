using System.Globalization;
using FacialParalysisSite.Content.Articles;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>One part of a list of articles.</summary>
/// <param name="Path">The address of the list.</param>
/// <param name="Articles">The articles of this part.</param>
/// <param name="Number">The number of this part; the first is 1.</param>
/// <param name="Count">How many parts there are, at least 1.</param>
internal sealed record ArticlePaging(string Path, IReadOnlyList<Article> Articles, int Number, int Count)
{
    /// <summary>Articles in one part: what a phone shows in about five screens.</summary>
    private const int Size = 20;

    /// <summary>The path with the number of the part, the first without.</summary>
    public string Address => AddressOf(Number);

    public string? Previous => Number > 1 ? AddressOf(Number - 1) : null;

    public string? Next => Number < Count ? AddressOf(Number + 1) : null;

    /// <summary>What is added to a title, so that every part has its own.</summary>
    public string Suffix => Number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", page {Number} of {Count}");

    /// <summary>The part that a query asks for, or null where there is no such part.</summary>
    /// <param name="articles">The whole list.</param>
    /// <param name="path">The address of the list.</param>
    /// <param name="query">The value of <c>page</c>, null for the first.</param>
    public static ArticlePaging? Part(IReadOnlyList<Article> articles, string path, string? query)
    {
        var count = Math.Max(1, (articles.Count + Size - 1) / Size);
        var number = 1;
        if (query is not null && !int.TryParse(query, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            return null;
        }

        return number < 1 || number > count ? null
            : new ArticlePaging(path, articles.Skip((number - 1) * Size).Take(Size).ToList(), number, count);
    }

    private string AddressOf(int number) =>
        number == 1 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}?page={number}");
}
