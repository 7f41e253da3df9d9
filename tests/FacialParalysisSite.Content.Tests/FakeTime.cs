using System.Globalization;

namespace FacialParalysisSite.Content.Tests;

/// <summary>A clock that stands still until a test sets it.</summary>
internal sealed class FakeTime(string start) : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);

    public void Set(string moment) => _now = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    public void Advance(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();
}
