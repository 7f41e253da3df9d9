using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages;

/// <summary>Requests that are not GET, over the network: only there does HEAD lose its content.</summary>
public sealed class MethodTests(NetworkSite site) : IClassFixture<NetworkSite>
{
    [Fact]
    public async Task Head_EveryAddress_IsAsGetWithoutTheContent()
    {
        foreach (var address in SampleContent.Addresses)
        {
            var head = await RawRequest.SendAsync(site.Address, $"HEAD {address}");
            var get = await RawRequest.SendAsync(site.Address, $"GET {address}");

            Assert.Equal(HttpStatusCode.OK, head.Status);
            Assert.Empty(head.Bytes);
            Assert.NotEmpty(get.Bytes);
            Assert.Equal(get.Header("Content-Type"), head.Header("Content-Type"));
        }
    }

    [Fact]
    public async Task Head_WhatIsNotThere_IsNotFoundWithoutContent()
    {
        var head = await RawRequest.SendAsync(site.Address, "HEAD /articles/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, head.Status);
        Assert.Empty(head.Bytes);
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("POST")]
    public async Task Send_AMethodThatPagesDoNotHave_IsRefusedWithAPage(string method)
    {
        foreach (var address in SampleContent.Addresses.Append("/articles/nothing-here").Append("/no/such/thing").Append("/status/404"))
        {
            var answer = await RawRequest.SendAsync(site.Address, $"{method} {address}");

            Assert.True((int)answer.Status is 400 or 404 or 405, $"{method} {address}: {answer.Status}");
            Assert.Single(answer.Page.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task Options_APage_NamesTheMethodsThatItHas() =>
        Assert.Equal("GET, HEAD", (await RawRequest.SendAsync(site.Address, "OPTIONS /articles")).Header("Allow"));
}
