using FacialParalysisSite.Content.Gallery;

namespace FacialParalysisSite.Content.Tests.Gallery;

public sealed class ElapsedTimeTests
{
    [Theory]
    [InlineData("3 months", "3 months")]
    [InlineData("1 year", "1 year")]
    [InlineData("1 years", "1 year")]
    [InlineData("12 week", "12 weeks")]
    public void TryParse_ALengthOfTime_ReadsAsPeopleSayIt(string text, string read)
    {
        Assert.True(ElapsedTime.TryParse(text, out var time));
        Assert.Equal(read, time.ToString());
    }

    [Theory]
    [InlineData("0 months")]
    [InlineData("100 days")]
    [InlineData("-1 days")]
    [InlineData("3  months")]
    [InlineData("3 moons")]
    [InlineData("months")]
    [InlineData("three months")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(ElapsedTime.TryParse(text, out _));
}
