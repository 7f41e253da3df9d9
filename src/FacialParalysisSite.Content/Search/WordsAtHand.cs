using System.Collections.Concurrent;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// What was looked up of words, so that it is not looked up anew: a common word takes time with the number of pages. It
/// keeps words of the pages alone and forgets all where they take too much memory: nothing that only a visitor has typed
/// stays.
/// </summary>
internal sealed class WordsAtHand
{
    /// <summary>Bytes of all that is kept.</summary>
    private const long MostKept = 64 * 1024 * 1024;

    /// <summary>Bytes of an entry besides its contents: a place in the table, a list and the heads of both.</summary>
    private const int Entry = 150;

    /// <summary>Bytes of a word besides its letters.</summary>
    private const int WordHead = 30;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private long _kept;

    /// <summary>Bytes of all that is kept, nearly.</summary>
    public long Kept => Interlocked.Read(ref _kept);

    /// <summary>Looks a word up.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isOfPages">Whether pages have it as it is.</param>
    /// <param name="reader">Where to look.</param>
    public Known Of(string word, bool isOfPages, SearchReader reader)
    {
        if (_known.TryGetValue(word, out var known))
        {
            return known;
        }

        var forms = reader.FormsOf(word);
        if (!isOfPages)
        {
            // Every form of a word is found where the others are.
            return forms.Count == 0 ? Known.Nowhere : Of(forms[0], isOfPages: true, reader);
        }

        known = new Known(reader.PagesWith(word), forms);
        if (_known.TryAdd(word, known))
        {
            var size = Entry + WordHead + (word.Length * sizeof(char)) + (known.Pages.Length * 8L) + known.Forms.Sum(form => WordHead + (form.Length * sizeof(char)));
            if (Interlocked.Add(ref _kept, size) > MostKept)
            {
                Forget();
            }
        }

        return known;
    }

    /// <summary>Forgets all, because other pages have other words.</summary>
    public void Forget()
    {
        _known.Clear();
        Interlocked.Exchange(ref _kept, 0);
    }

    /// <param name="Pages">The pages that have a word in any of its forms.</param>
    /// <param name="Forms">Its forms, as they stand there.</param>
    internal sealed record Known(PageWithWord[] Pages, IReadOnlyList<string> Forms)
    {
        public static Known Nowhere { get; } = new([], []);
    }
}
