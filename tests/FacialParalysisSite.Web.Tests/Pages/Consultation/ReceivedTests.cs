using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Consultation;

public sealed class ReceivedTests
{
    private const string Address = "/consultation/received?reference=";

    [Fact]
    public async Task Show_AReference_SaysWhatHappensNextAndIsKeptByNobody()
    {
        using var site = new SiteHost();

        var answer = await site.GetAsync(Address + "fp4kx79m2r");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("FP-4KX7-9M2R", answer.Page.QuerySelector(".reference__code")!.TextContent);
        Assert.Contains("The clinic will contact you. If you hear nothing, call.", answer.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answer.Page.QuerySelector("main a[href^='tel:']"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal("noindex", answer.Header("X-Robots-Tag"));
        Assert.Equal("noindex", answer.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Show_WhereTheClinicSaysHowSoonItAnswers_SaysSo()
    {
        using var site = new SiteHost();
        File.AppendAllText(site.Content.PathOf("clinic.yml"), "\nreplyTime: \"We call back within two working days.\"\n");

        var answer = await site.GetAsync(Address + "FP-4KX7-9M2R");

        Assert.Contains("We call back within two working days.", answer.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("If you hear nothing", answer.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("FP-4KX7-9M2")]
    [InlineData("FP-4KX7-9M2U")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Show_WhatIsNoReference_IsNotFound(string reference)
    {
        using var site = new SiteHost();

        var answer = await site.GetAsync(Address + Uri.EscapeDataString(reference));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("alert", answer.Text, StringComparison.Ordinal);
    }
}
