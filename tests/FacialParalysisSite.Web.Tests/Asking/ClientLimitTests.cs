using System.Net;
using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Settings;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Tests.Asking;

public sealed class ClientLimitTests
{
    private static readonly IPAddress Client = IPAddress.Parse("192.0.2.1");

    private readonly FakeClock _clock = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ClientLimit _limit;

    public ClientLimitTests() =>
        _limit = new ClientLimit(Options.Create(new LimitOptions { Requests = 3, RequestsADay = 5, Flood = 100, Minutes = 10 }), _clock);

    [Fact]
    public void Take_OneAfterTheOther_IsAllowedAgainAsEachIsOver()
    {
        for (var minute = 0; minute < 3; minute++)
        {
            Assert.True(Take());
            _clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.False(Take());
        _clock.Now += TimeSpan.FromMinutes(7);
        Assert.True(Take());
        Assert.False(Take());
    }

    [Fact]
    public void Take_MoreThanInADay_WaitsForTheNext()
    {
        for (var hour = 0; hour < 5; hour++)
        {
            Assert.True(Take());
            _clock.Now += TimeSpan.FromHours(1);
        }

        Assert.False(Take());
        _clock.Now += TimeSpan.FromHours(19);
        Assert.True(Take());
        Assert.False(Take());
    }

    [Theory]
    [InlineData(12)]
    [InlineData(60)]
    public void Take_AfterTheClockWasSetBack_CountsNothingThatIsFarAhead(int minutes)
    {
        foreach (var wait in new[] { 0, 5, 4 })
        {
            _clock.Now += TimeSpan.FromMinutes(wait);
            Assert.True(Take());
        }

        Assert.False(Take());
        _clock.Now -= TimeSpan.FromMinutes(minutes);
        Assert.True(Take());
    }

    private bool Take()
    {
        using var permit = _limit.TryTake(Client);
        permit?.Use();
        return permit is not null;
    }
}
