using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Errors;

public sealed class StatusPagesTests
{
    [Theory]
    [InlineData("Production", "/nothing-here", 404, "We cannot find this page")]
    [InlineData("Development", "/nothing-here", 404, "We cannot find this page")]
    [InlineData("Production", "/articles/nothing-here", 404, "We cannot find this page")]
    [InlineData("Production", "/no/such/address.html", 404, "We cannot find this page")]
    [InlineData("Production", "/articles/over", 410, "This page is no longer here")]
    [InlineData("Development", "/articles/over", 410, "This page is no longer here")]
    public async Task Get_WhatIsNotThere_HasAPageWithThePhoneAndAWayOn(string environment, string address, int status, string title)
    {
        using var site = new SiteHost().In(environment);
        site.Content.WriteArticle("over", "expires: 2029-01-01");

        var answer = await site.GetAsync(address + "?q=<script>words-of-the-query");

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(title, answer.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"{title} | The Sample Clinic", answer.Page.Title);
        Assert.NotNull(answer.Page.QuerySelector("main a[href='tel:+13105550142']"));
        Assert.NotNull(answer.Page.QuerySelector("main a[href='/articles']"));
        Assert.Equal("noindex", answer.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(answer.Page.QuerySelector("link[rel=canonical]"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.DoesNotContain("words-of-the-query", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutAFormOfTheSite_IsRefusedWithAPage()
    {
        using var site = new SiteHost();

        var answer = await site.SendAsync(HttpMethod.Post, "/contact");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("This request did not work", answer.Page.QuerySelector("h1")!.TextContent);
    }
}
