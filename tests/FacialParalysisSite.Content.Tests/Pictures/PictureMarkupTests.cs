using AngleSharp.Html.Parser;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Tests.Markdown;

namespace FacialParalysisSite.Content.Tests.Pictures;

public sealed class PictureMarkupTests
{
    private const string Hostile = "\"><script>alert(1)</script><b x='";

    [Fact]
    public void Html_OfAPictureThatHasBeenMade_OffersEveryFormatAndSaysItsSize() =>
        Assert.Equal(
            "<picture><source type=\"image/avif\" srcset=\"/pictures/face-0123456789ab-24.avif 24w\" sizes=\"50vw\">"
            + "<source type=\"image/webp\" srcset=\"/pictures/face-0123456789ab-24.webp 24w\" sizes=\"50vw\">"
            + "<img class=\"x\" src=\"/pictures/face-0123456789ab-24.jpg\" srcset=\"/pictures/face-0123456789ab-24.jpg 24w\" sizes=\"50vw\" width=\"24\" height=\"16\""
            + " alt=\"A face\" loading=\"lazy\" decoding=\"async\"></picture>",
            PictureMarkup.Html(TestPicture.Shown("images/face.png"), "A face", new PictureLayout("50vw") { Class = "x" }));

    [Fact]
    public void Html_OfTheFirstPicture_IsLoadedAtOnce()
    {
        var html = PictureMarkup.Html(TestPicture.Shown("images/face.png"), "A face", new PictureLayout("50vw") { IsFirst = true });

        Assert.Contains("fetchpriority=\"high\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("lazy", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfAPictureThatHasNotBeenMade_IsAPlaceOfItsSizeWithItsWords() =>
        Assert.Equal(
            "<span class=\"picture x\" role=\"img\" aria-label=\"A face\"><svg class=\"picture__space\" width=\"24\" height=\"16\" viewBox=\"0 0 24 16\" aria-hidden=\"true\"></svg>"
            + "<span class=\"picture__words\" aria-hidden=\"true\">A face</span></span>",
            PictureMarkup.Html(TestPicture.Shown("images/face.png", isReady: false), "A face", new PictureLayout("50vw") { Class = "x" }));

    [Fact]
    public void Html_OfADecorationThatHasNotBeenMade_SaysNothing() =>
        Assert.StartsWith("<span class=\"picture\" aria-hidden=\"true\"><svg", PictureMarkup.Html(TestPicture.Shown("images/face.png", isReady: false), "", PictureLayout.Text), StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Html_OfHostileWords_HasThemAsWordsAlone(bool isReady)
    {
        var html = PictureMarkup.Html(TestPicture.Shown("images/face.png", isReady), Hostile, PictureLayout.Text);

        HtmlPolicy.AssertKept(html);
        var body = new HtmlParser().ParseDocument(html).Body!;
        Assert.Equal(Hostile, isReady ? body.QuerySelector("img")!.GetAttribute("alt") : body.QuerySelector("span")!.GetAttribute("aria-label"));
    }
}
