using System.Globalization;
using FacialParalysisSite.Content.FrontMatter;

namespace FacialParalysisSite.Content.Tests.FrontMatter;

public sealed class ContentDateTests
{
    [Theory]
    [InlineData("2026-11-22T09:00-08:00")]
    [InlineData("2026-11-22T09:00:00-08:00")]
    [InlineData("2026-11-22 09:00 -08:00")]
    [InlineData("2026-11-22T17:00Z")]
    public void TryParse_ATimeWithAnOffset_IsAnInstant(string text)
    {
        Assert.True(ContentDate.TryParse(text, out var date));
        Assert.Equal(Moment("2026-11-22T17:00:00Z"), date.Instant);
        Assert.Equal(date.Instant, date.StartsAt(TestContent.ClinicTime));
        Assert.Equal(date.Instant, date.EndsAt(TestContent.ClinicTime));
    }

    [Theory]
    [InlineData("2026-06-15", "2026-06-15T00:00:00-07:00", "2026-06-16T00:00:00-07:00")]
    [InlineData("2026-03-08", "2026-03-08T00:00:00-08:00", "2026-03-09T00:00:00-07:00")]
    [InlineData("2026-11-01", "2026-11-01T00:00:00-07:00", "2026-11-02T00:00:00-08:00")]
    [InlineData("2999-12-31", "2999-12-31T00:00:00-08:00", "3000-01-01T00:00:00-08:00")]
    public void StartsAt_ADay_IsMidnightAtTheClinic(string day, string start, string end)
    {
        Assert.True(ContentDate.TryParse(day, out var date));
        Assert.Null(date.Instant);
        Assert.Equal(Moment(start), date.StartsAt(TestContent.ClinicTime));
        Assert.Equal(Moment(end), date.EndsAt(TestContent.ClinicTime));
    }

    [Fact]
    public void StartsAt_WhereMidnightDoesNotExist_IsTheFirstMomentOfTheDay()
    {
        Assert.True(ContentDate.TryParse("2026-09-06", out var date));

        Assert.Equal(Moment("2026-09-06T01:00:00-03:00"), date.StartsAt(TimeZoneInfo.FindSystemTimeZoneById("America/Santiago")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-1-5")]
    [InlineData("05.01.2026")]
    [InlineData("2026-02-29")]
    [InlineData("2026-11-22T09:00")]
    [InlineData("1899-12-31")]
    [InlineData("3000-01-01")]
    [InlineData("2026-11-22T09:00+15:00")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(ContentDate.TryParse(text, out _));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
