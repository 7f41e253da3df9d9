namespace FacialParalysisSite.Content.Library;

/// <summary>
/// Remembers when the files of the gallery were last seen. A patient may have withdrawn a permission where nobody can see
/// it: in a folder that hangs, is away or cannot be read, or in content that cannot be taken over. It goes by a clock that
/// nobody can set. Safe to use from many threads.
/// </summary>
internal sealed class PermissionWatch(TimeProvider time)
{
    /// <summary>
    /// So long after a look, no patient is shown until there is another. A site looks every three seconds; what is taken
    /// down has to be gone within a minute.
    /// </summary>
    private static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(30);

    private const long Never = long.MinValue;

    private long _seen = Never;

    /// <summary>Whether the permissions that are known still hold.</summary>
    public bool IsCurrent => Volatile.Read(ref _seen) is not Never and var seen && IsRecent(seen);

    /// <summary>The moment at which a look begins.</summary>
    public long Begin() => time.GetTimestamp();

    /// <summary>Whether what was seen by a look may still be relied on.</summary>
    public bool IsRecent(long begun) => time.GetElapsedTime(begun) < KnownFor;

    /// <summary>What a look has seen is in use now.</summary>
    public void Note(long begun) => Volatile.Write(ref _seen, begun);
}
