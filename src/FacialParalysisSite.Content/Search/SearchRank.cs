namespace FacialParalysisSite.Content.Search;

/// <summary>
/// How well pages fit the words of a query. FTS5's own rank is not used: it gives no weight at all to a word that every
/// second page has, which on a site about one nerve are the words people type; and at 10,000 pages it takes 50 ms for five
/// common words.
/// </summary>
internal sealed class SearchRank
{
    private readonly float[][] _weights;
    private readonly int _pages;

    /// <summary>Prepares the rank of pages.</summary>
    /// <param name="pages">How many words each page has in each field, by the number of the page, and what they count beside those of others; null where there is none.</param>
    public SearchRank(IReadOnlyList<(IReadOnlyList<int> Lengths, float Weight)?> pages)
    {
        var present = pages.OfType<(IReadOnlyList<int> Lengths, float Weight)>().ToList();
        _pages = present.Count;
        _weights = SearchField.All.Select((field, index) =>
        {
            var usual = present.Select(page => page.Lengths[index]).Where(length => length > 0).DefaultIfEmpty().Average();
            return pages.Select(page => page is { } there ? there.Weight * field.WeightAt(there.Lengths[index], usual) : 0).ToArray();
        }).ToArray();
    }

    /// <summary>How well each page fits.</summary>
    /// <param name="terms">The words that are looked for.</param>
    /// <param name="pagesWith">The pages that have a word.</param>
    public PageFits Of(IReadOnlyList<SearchTerm> terms, Func<string, PageWithWord[]> pagesWith)
    {
        var fits = new float[_weights[0].Length];
        var ofTerm = new float[fits.Length];
        foreach (var term in terms)
        {
            var having = term.Forms.Select(pagesWith).ToList();
            var weight = (float)term.Weight * Rarity(having.Max(pages => pages.Length));
            foreach (var pages in having)
            {
                Add(pages, weight, fits, ofTerm);
            }

            Array.Clear(ofTerm);
        }

        return new PageFits(fits);
    }

    /// <summary>A word says the more, the fewer pages have it.</summary>
    public float Rarity(int pagesWithWord) => (float)Math.Log(1 + ((double)_pages / Math.Max(1, pagesWithWord)));

    /// <summary>Of several forms of one word, only the one that says most counts.</summary>
    private void Add(PageWithWord[] pages, float weight, float[] fits, float[] ofTerm)
    {
        foreach (var page in pages)
        {
            var fit = weight * WeightOf(page);
            if (fit > ofTerm[page.Page])
            {
                fits[page.Page] += fit - ofTerm[page.Page];
                ofTerm[page.Page] = fit;
            }
        }
    }

    private float WeightOf(PageWithWord page)
    {
        var weight = 0f;
        for (var field = 0; field < _weights.Length; field++)
        {
            weight += (page.Fields & (1 << field)) == 0 ? 0 : _weights[field][page.Page];
        }

        return weight;
    }
}
