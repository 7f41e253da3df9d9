namespace FacialParalysisSite.Content.Search;

/// <summary>How well pages fit the words of a query.</summary>
/// <param name="fits">The fit of each page, by its number; 0 where it does not fit at all.</param>
internal sealed class PageFits(float[] fits)
{
    /// <summary>How well a page fits.</summary>
    public float this[int page] => fits[page];

    /// <summary>The pages that fit, by their numbers, the best first. From a heap: of thousands of pages, only the first few are ever asked for, and each one costs time.</summary>
    public IEnumerable<int> BestFirst()
    {
        var best = new PriorityQueue<int, (float Fit, int Page)>(fits.Index().Where(page => page.Item > 0).Select(page => (page.Index, Order: (-page.Item, page.Index))));
        while (best.TryDequeue(out var page, out _))
        {
            yield return page;
        }
    }
}
