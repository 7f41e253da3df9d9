using System.Collections.Concurrent;

namespace FacialParalysisSite.Web.Caching;

/// <summary>
/// The pages made of one catalog, by their addresses. With another catalog there is another of these: whatever is still
/// being made for this one ends up here, where nobody looks any more.
/// </summary>
/// <param name="version">The version of the catalog.</param>
/// <param name="most">How many bytes it may hold. Beyond, pages that were not asked for the longest leave.</param>
internal sealed class CatalogPages(long version, long most)
{
    /// <summary>What a page takes besides its bytes, roughly: headers, tags, a place in the table.</summary>
    private const int Overhead = 2048;

    private readonly ConcurrentDictionary<string, CachedPage> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<CachedPage?>> _making = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();
    private long _bytes;

    public long Version => version;

    public int Count => _pages.Count;

    public long Bytes => Interlocked.Read(ref _bytes);

    public CachedPage? Find(string address) => _pages.GetValueOrDefault(address);

    /// <summary>Finds a page or makes it, once for all who ask for it at the same time.</summary>
    /// <param name="address">Its own address.</param>
    /// <param name="make">Makes it; with whether it is the same for everybody.</param>
    public async Task<CachedPage> FindOrMakeAsync(string address, Func<Task<(CachedPage Page, bool IsShared)>> make)
    {
        var mine = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var made = _making.GetOrAdd(address, mine.Task);
        if (made != mine.Task)
        {
            // Whatever the other has met with is not to be this one's fault.
            return await made ?? (await make()).Page;
        }

        CachedPage? shared = null;
        try
        {
            // Another may have been at it until a moment ago.
            if (Find(address) is { } known)
            {
                return shared = known;
            }

            var (page, isShared) = await make();
            shared = isShared ? page : null;
            if (isShared)
            {
                Keep(page);
            }

            return page;
        }
        finally
        {
            _making.TryRemove(address, out _);
            mine.SetResult(shared);
        }
    }

    /// <summary>A page in a coding. Where it is not kept in it yet, it is from now on, but for plain bytes.</summary>
    public PackedPage In(CachedPage page, ContentCoding coding) =>
        page.Find(coding) ?? (coding == ContentCoding.Identity ? page.Pack(coding) : Keep(page, page.Pack(coding)));

    /// <summary>What was asked for often, and can be made smaller.</summary>
    /// <param name="often">How often.</param>
    public IReadOnlyList<(CachedPage Page, PackedPage Kept)> Wanted(int often) =>
        [.. from page in _pages.Values from kept in page.Kept where !kept.IsBest && kept.Asked >= often orderby kept.Asked descending select (page, kept)];

    /// <summary>Makes a page smaller. Takes long.</summary>
    public void Improve(CachedPage page, PackedPage kept) => Keep(page, page.PackBest(kept));

    private void Keep(CachedPage page)
    {
        lock (_changing)
        {
            _pages[page.Address] = page;
            _bytes += SizeOf(page);
            MakeRoom();
        }
    }

    private PackedPage Keep(CachedPage page, PackedPage packed)
    {
        lock (_changing)
        {
            var before = SizeOf(page);
            page.Keep(packed);
            if (Find(page.Address) == page)
            {
                _bytes += SizeOf(page) - before;
                MakeRoom();
            }
        }

        return packed;
    }

    /// <summary>A quarter at once, so that the next pages find room without looking.</summary>
    private void MakeRoom()
    {
        if (_bytes <= most)
        {
            return;
        }

        foreach (var page in _pages.Values.OrderBy(page => page.LastAsked).ToList())
        {
            if (_bytes <= most / 4 * 3)
            {
                break;
            }

            _pages.TryRemove(page.Address, out _);
            _bytes -= SizeOf(page);
        }
    }

    private static int SizeOf(CachedPage page) => Overhead + page.Kept.Sum(kept => kept.Bytes.Length);
}
