using FacialParalysisSite.Web.Caching;
using Microsoft.Extensions.Primitives;

namespace FacialParalysisSite.Web.Tests.Caching;

public sealed class AcceptedCodingTests
{
    [Theory]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("gzip, deflate", "Gzip")]
    [InlineData("br", "Brotli")]
    [InlineData("GZIP", "Gzip")]
    [InlineData("gzip;q=1.0, br;q=0.5", "Gzip")]
    [InlineData("gzip ; Q=0.2 ,br; q=0.3", "Brotli")]
    [InlineData("gzip;q=0.001", "Gzip")]
    [InlineData("br;q=0, gzip", "Gzip")]
    [InlineData("gzip;q=0", "Identity")]
    [InlineData("gzip;q=0.000, br;q=0", "Identity")]
    [InlineData("*", "Brotli")]
    [InlineData("*, br;q=0", "Gzip")]
    [InlineData("*;q=0", "Identity")]
    [InlineData("*;q=0, gzip", "Gzip")]
    [InlineData("gzip;q=0, *;q=0.5", "Brotli")]
    [InlineData("identity", "Identity")]
    [InlineData("identity, gzip;q=0.5", "Identity")]
    [InlineData("identity;q=0.5, gzip", "Gzip")]
    [InlineData("identity, gzip", "Gzip")]
    [InlineData("identity;q=0", "Identity")]
    [InlineData("identity;q=0, gzip;q=0.1", "Gzip")]
    [InlineData("deflate, zstd", "Identity")]
    [InlineData("gzip;q=many", "Identity")]
    [InlineData("gzip;q=7", "Identity")]
    [InlineData("gzip;q=-1", "Identity")]
    [InlineData("gzip;", "Identity")]
    [InlineData(",,;=,", "Identity")]
    [InlineData("", "Identity")]
    public void Of_AHeader_IsWhatTheClientLikesBest(string header, string best) => Assert.Equal(best, AcceptedCoding.Of(header).ToString());

    [Fact]
    public void Of_NoHeader_IsPlain() => Assert.Equal(ContentCoding.Identity, AcceptedCoding.Of(StringValues.Empty));

    [Fact]
    public void Of_TwoHeaders_IsAsOfOne() => Assert.Equal(ContentCoding.Gzip, AcceptedCoding.Of(new StringValues(["br;q=0.1", "gzip;q=0.2"])));

    [Fact]
    public void Of_AUsualHeader_AllocatesNothing()
    {
        StringValues header = "gzip, deflate, br;q=0.9, zstd";
        AcceptedCoding.Of(header);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var time = 0; time < 100; time++)
        {
            AcceptedCoding.Of(header);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100);
    }
}
