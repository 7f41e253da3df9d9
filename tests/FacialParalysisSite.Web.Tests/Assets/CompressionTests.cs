using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

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
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(SiteHost.PlainBase) });
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var form = new FormUrlEncodedContent([]);

        using var response = await client.PostAsync(new Uri("/consultation", UriKind.Relative), form);

        var answer = await Answer.ReadAsync(response);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("<form", answer.Text, StringComparison.Ordinal);
        Assert.Null(answer.Header("Content-Encoding"));
    }
}
