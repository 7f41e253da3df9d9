using FacialParalysisSite.Content.Markdown;
using FsCheck;
using FsCheck.Fluent;

namespace FacialParalysisSite.Content.Tests.Markdown;

public sealed class LinkTargetTests
{
    [Theory]
    [InlineData("https://example.org/x?y#z")]
    [InlineData("HTTP://example.org")]
    [InlineData("mailto:a@example.org")]
    [InlineData("tel:+13105550100")]
    public void Of_AnAddressElsewhere_IsExternal(string url) => Assert.Equal(new LinkTarget.External(url), LinkTarget.Of(url, "articles/x.md"));

    [Theory]
    [InlineData("y.md", "articles/y.md", null)]
    [InlineData("./y.md#risks", "articles/y.md", "risks")]
    [InlineData("../pages/about.md", "pages/about.md", null)]
    [InlineData("../images/a%20b.png", "images/a b.png", null)]
    public void Of_ANameOfAFile_IsThatFile(string url, string path, string? id) =>
        Assert.Equal(new LinkTarget.File(path, id), LinkTarget.Of(url, "articles/x.md"));

    [Fact]
    public void Of_AHash_IsAnAnchor() => Assert.Equal(new LinkTarget.Anchor("risks"), LinkTarget.Of("#risks", "articles/x.md"));

    [Fact]
    public void Of_ASlash_IsAnAddressOfTheSite() =>
        Assert.Equal(new LinkTarget.SiteAddress("/articles", "?page=2#x"), LinkTarget.Of("/articles?page=2#x", "articles/x.md"));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JAVASCRIPT:x")]
    [InlineData("java\tscript:x")]
    [InlineData("\u0001javascript:x")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("data:x")]
    public void Of_WhereALinkMustNotLead_IsUnsafe(string url) => Assert.IsType<LinkTarget.Unsafe>(LinkTarget.Of(url, "articles/x.md"));

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("?x")]
    [InlineData("http://")]
    [InlineData("../../x.md")]
    public void Of_WhatHasNoMeaning_IsNowhere(string url) => Assert.IsType<LinkTarget.Nowhere>(LinkTarget.Of(url, "articles/x.md"));

    [Fact]
    public void Of_AnyPiecesOfAnAddress_NeverThrowsAndKeepsToTheAllowedSchemes()
    {
        var pieces = Gen.Elements("http", "https", "mailto", "tel", "javascript", "data", ":", "/", "//", "\\", "#", "?", "..", ".", "%2e", "%", "%00", "@", "[", "]",
            "x", " ", "\t", "\0", "\ud800", "\u202e", "é", "xn--", "&#106;");
        var urls = Gen.OneOf(Gen.ArrayOf(pieces).Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(urls, url =>
            LinkTarget.Of(url, "articles/x.md") is not LinkTarget.External external
            || external.Url.Split(':')[0].ToLowerInvariant() is "http" or "https" or "mailto" or "tel"));
    }
}
