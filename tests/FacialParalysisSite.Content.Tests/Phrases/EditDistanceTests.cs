using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Tests.Phrases;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("palsy", "palsy", 0)]
    [InlineData("palsey", "palsy", 1)]
    [InlineData("palsy", "palsey", 1)]
    [InlineData("palzy", "palsy", 1)]
    [InlineData("plasy", "palsy", 1)]
    [InlineData("synkenisis", "synkinesis", 2)]
    [InlineData("abc", "xyz", 3)]
    [InlineData("a", "abcd", 3)]
    public void Between_TwoWords_CountsTheSlips(string one, string other, int slips)
    {
        Assert.Equal(Math.Min(slips, 3), EditDistance.Between(one, other, most: 2));
        Assert.Equal(Math.Min(slips, 3), EditDistance.Between(other, one, most: 2));
    }
}
