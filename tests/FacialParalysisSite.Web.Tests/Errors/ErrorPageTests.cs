using System.Net;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Errors;

public sealed class ErrorPageTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Get_WhatFails_ShowsThePhoneAndNothingOfTheFault(string environment)
    {
        using var site = new SiteHost().In(environment);

        var answer = await site.GetAsync(TestAddresses.Failing + "?secret=query");

        AssertSaysNothing(answer);
        Assert.Equal("tel:+13105550142", answer.Page.QuerySelector("a[href^='tel:+']")!.GetAttribute("href"));
        Assert.Contains(SampleContent.Phone, answer.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        await site.Log.LineWithAsync(TestAddresses.Secret);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidTimeZoneException))]
    public async Task Get_WhenTheCatalogItselfFails_StillHasAPage(Type fault)
    {
        var isBroken = false;
        using var site = new SiteHost();
        var library = new ContentLibrary(new Content.ContentSettings(site.Content.Root, TimeZoneInfo.Utc) { Pictures = Path.Combine(site.Data, "images") }, TimeProvider.System);
        site.WithServices(services => services.AddTransient(_ => isBroken ? throw (Exception)Activator.CreateInstance(fault, TestAddresses.Secret)! : library));
        Assert.NotNull(site.Services);
        isBroken = true;

        foreach (var address in SampleContent.Addresses.Append("/nothing-here").Append("/Articles/"))
        {
            var answer = await site.GetAsync(address);

            AssertSaysNothing(answer);
            Assert.Contains(SampleContent.Phone, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_AfterAFault_WorksAgain()
    {
        using var site = new SiteHost();
        await site.GetAsync(TestAddresses.Failing);

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/")).Status);
    }

    private static void AssertSaysNothing(Answer answer)
    {
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("Something went wrong", answer.Page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(TestAddresses.Secret, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }
}
