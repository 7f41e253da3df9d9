using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Assets;

public sealed class CompressionTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/consultation")]
    [InlineData("/nothing-here")]
    public async Task Get_APage_IsCompressed(string address) =>
        Assert.Equal("br", (await site.GetAsync(address, ("Accept-Encoding", "br"))).Header("Content-Encoding"));

    [Fact]
    public async Task Post_AFormThatComesBack_IsNotCompressed()
    {
        var answer = await site.SendAsync(HttpMethod.Post, "/consultation", ("Accept-Encoding", "br"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("<form", answer.Text, StringComparison.Ordinal);
        Assert.Null(answer.Header("Content-Encoding"));
    }
}
