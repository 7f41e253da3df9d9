using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Consultations.Tests.Outbox;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Consultations.Tests.Retention;

/// <summary>A clock that is wrong for a while must not wipe what nobody has read yet.</summary>
[Trait("Category", "Fault")]
public sealed class ClockTrustTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly OutboxTestBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Wipe_AfterTheClockWasSetOn_WaitsUntilTheNewTimeHasStoodForADay()
    {
        await DeliverOneAsync();
        _bed.Time.Jump(Month);

        Assert.Equal(0, await WipeAsync());
        _bed.Time.Advance(Day - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await WipeAsync());
        var warning = Assert.Single(_bed.ClockLog.Lines);
        Assert.Equal((LogLevel.Warning, "The clock was set on by 30.0 days, or the machine slept. What people wrote is not wiped by it until it has stood for 24 hours"), warning);

        _bed.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await WipeAsync());
    }

    [Fact]
    public async Task Wipe_AfterTheClockWasSetOnAndRightAgain_WipesNothingAndGoesOnAsBefore()
    {
        await DeliverOneAsync();
        _bed.Time.Jump(100 * Month);
        Assert.Equal(0, await WipeAsync());
        _bed.Time.Advance(TimeSpan.FromHours(3));
        _bed.Time.Jump(-100 * Month);

        Assert.Equal(0, await WipeAsync());
        _bed.Time.Advance(Month);
        Assert.Equal(1, await WipeAsync());
        Assert.Single(_bed.ClockLog.Lines);
    }

    [Fact]
    public async Task Wipe_AfterTheClockWasSetOnAgainWithinTheDay_WaitsAnew()
    {
        await DeliverOneAsync();
        _bed.Time.Jump(Month);
        Assert.Equal(0, await WipeAsync());
        _bed.Time.Advance(Day / 2);
        _bed.Time.Jump(Month);
        Assert.Equal(0, await WipeAsync());

        _bed.Time.Advance(Day / 2);
        Assert.Equal(0, await WipeAsync());
        _bed.Time.Advance(Day / 2);
        Assert.Equal(1, await WipeAsync());
    }

    [Fact]
    public async Task Wipe_AfterTheClockWasSetOnInManySmallSteps_WaitsAsWell()
    {
        await DeliverOneAsync();
        for (var hours = 0; hours < Month.TotalHours; hours += 12)
        {
            _bed.Time.Jump(TimeSpan.FromHours(12));
            Assert.Equal(0, await WipeAsync());
        }

        Assert.Single(_bed.ClockLog.Lines);
    }

    [Fact]
    public async Task Wipe_OnAMachineThatSleepsEveryNight_HappensAllTheSame()
    {
        await DeliverOneAsync();
        var wiped = 0;
        for (var day = 0; day < 45; day++)
        {
            _bed.Time.Advance(TimeSpan.FromHours(16));
            _bed.Time.Jump(TimeSpan.FromHours(8));
            wiped += await WipeAsync();
        }

        Assert.Equal(1, wiped);
    }

    /// <summary>The clock of a machine may be years behind until it has found a time server.</summary>
    [Fact]
    public async Task Wipe_AtAStartWithAClockThatIsYearsBehind_LeavesTheTimesOfMailsAlone()
    {
        await DeliverOneAsync();
        var sent = _bed.Messages().Single().SentAt;
        _bed.Time.Jump(-1000 * Day);
        var trust = new ClockTrust(_bed.Time, _bed.ClockLog);

        Assert.Equal(0, await WipeAsync(trust));
        _bed.Time.Jump(1000 * Day);
        Assert.Equal(0, await WipeAsync(trust));
        _bed.Time.Advance(2 * Day);

        Assert.Equal(0, await WipeAsync(trust));
        Assert.Equal((OutboxState.Sent, sent), (_bed.Messages().Single().State, _bed.Messages().Single().SentAt));
    }

    private async Task DeliverOneAsync()
    {
        await _bed.AcceptAsync();
        await _bed.DeliverAllAsync();
    }

    private Task<int> WipeAsync(ClockTrust? trust = null) => _bed.Retention(trust: trust).WipeAsync(CancellationToken.None);
}
