using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Web.Caching;

/// <summary>
/// The pages of the current catalog as they are sent. Which catalog is current, <see cref="ContentLibrary.Current"/> alone
/// decides, at every request: when a file or the clock changes what is published, the pages made until then are dropped
/// as a whole.
/// </summary>
/// <param name="library">Has the catalog.</param>
/// <param name="most">How many bytes may be held.</param>
internal sealed class PageCache(ContentLibrary library, long most = PageCache.Most)
{
    /// <summary>Some five thousand articles in one coding. The site is made for a thousand, and for small machines.</summary>
    public const long Most = 64 * 1024 * 1024;

    private readonly Lock _changing = new();
    private volatile CatalogPages _pages = new(version: 0, most);

    public CatalogPages Current => Of(library.Current);

    /// <summary>The pages of a catalog. Those of one that is no longer current are kept nowhere.</summary>
    public CatalogPages Of(ContentCatalog catalog)
    {
        var pages = _pages;
        if (pages.Version == catalog.Version)
        {
            return pages;
        }

        lock (_changing)
        {
            return _pages.Version < catalog.Version ? _pages = new CatalogPages(catalog.Version, most)
                : _pages.Version == catalog.Version ? _pages
                : new CatalogPages(catalog.Version, most);
        }
    }
}
