namespace FacialParalysisSite.Content.Tests.Markdown;

/// <summary>A policy that lets everything through would make the tests of hostile texts pass for nothing.</summary>
public sealed class HtmlPolicyTests
{
    [Theory]
    [InlineData("<p>Words <a href=\"https://example.org/\">and</a> <a href=\"/articles/x#y\">more</a>.</p>")]
    [InlineData("<h2 id=\"risks\">Risks</h2>")]
    [InlineData("<p><picture><source type=\"image/avif\" srcset=\"/pictures/face-1.avif 1w, /pictures/face-2.avif 2w\" sizes=\"50vw\"><img src=\"/pictures/face-1.jpg\" width=\"1\" height=\"1\" alt=\"\" loading=\"lazy\" decoding=\"async\"></picture></p>")]
    [InlineData("<figure class=\"figure figure--x\" role=\"group\" aria-labelledby=\"fig-x\"><p id=\"fig-x\">X</p><svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><path d=\"M0 0H1\"/></svg></figure>")]
    public void AssertKept_WhatTheSiteWrites_IsAccepted(string html) => HtmlPolicy.AssertKept(html);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<p onclick=\"alert(1)\">Words</p>")]
    [InlineData("<p style=\"color:red\">Words</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"java\tscript:alert(1)\">x</a>")]
    [InlineData("<a href=\" &#106;avascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"//example.org\">x</a>")]
    [InlineData("<a href=\"/\\example.org\">x</a>")]
    [InlineData("<a href=\"data:text/html,x\">x</a>")]
    [InlineData("<img src=\"https://example.org/x.png\" alt=\"\">")]
    [InlineData("<img srcset=\"/pictures/x.png 1w, https://example.org/x.png 2w\" alt=\"\">")]
    [InlineData("<svg><a href=\"/\">x</a></svg>")]
    [InlineData("<svg><path d=\"M0 0H1\"/></svg>")]
    [InlineData("<figure class=\"figure\"><svg><a href=\"/\">x</a></svg></figure>")]
    [InlineData("<figure class=\"figure\"><svg onload=\"alert(1)\"></svg></figure>")]
    [InlineData("<figure class=\"figure\"><p style=\"color:red\">Words</p></figure>")]
    [InlineData("<figure class=\"figure\"><p id=\"x\">Words</p></figure>")]
    [InlineData("<!-- x -->")]
    [InlineData("</main><p>Words</p>")]
    [InlineData("<p id=\"a\"></p><p id=\"a\"></p>")]
    public void AssertKept_AnythingElse_IsRefused(string html) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => HtmlPolicy.AssertKept(html));
}
