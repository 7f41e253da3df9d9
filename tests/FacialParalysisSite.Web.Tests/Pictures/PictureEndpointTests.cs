using System.Globalization;
using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pictures;

public sealed class PictureEndpointTests(NetworkSite site) : IClassFixture<NetworkSite>
{
    [Theory]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".webp", "image/webp")]
    [InlineData(".avif", "image/avif")]
    public async Task Get_APictureOfAPublishedPage_IsServedAsWhatItIsAndKeptForEver(string ending, string type)
    {
        var answer = await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Picture.Replace(".jpg", ending, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(type, answer.Header("Content-Type"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
        Assert.Equal(SampleContent.Png, answer.Bytes);
    }

    [Fact]
    public async Task Get_APictureThatTheBrowserHas_IsNotSentAgain()
    {
        var first = await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Picture);

        var again = await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Picture, header: "If-None-Match: " + first.Header("ETag"));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Bytes);
        Assert.Equal(first.Header("ETag"), again.Header("ETag"));
        Assert.Equal(first.Header("Cache-Control"), again.Header("Cache-Control"));
    }

    [Fact]
    public async Task Head_APicture_TellsItsLengthAlone()
    {
        var answer = await RawRequest.SendAsync(site.Address, "HEAD " + SampleContent.Picture);

        Assert.Equal((HttpStatusCode.OK, SampleContent.Png.Length.ToString(CultureInfo.InvariantCulture)), (answer.Status, answer.Header("Content-Length")));
        Assert.Empty(answer.Bytes);
    }

    /// <summary>Nobody can make the site work by asking.</summary>
    [Theory]
    [InlineData("-1.jpg", "-2.jpg")]
    [InlineData("-1.jpg", "-1.png")]
    [InlineData("-1.jpg", "-10000.jpg")]
    [InlineData("-1.jpg", ".jpg")]
    [InlineData("-1.jpg", "-01.jpg")]
    [InlineData("nerve-", "nerve.png-")]
    public async Task Get_AnotherSizeOfAPicture_IsNotFound(string part, string other) =>
        Assert.Equal(HttpStatusCode.NotFound, (await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Picture.Replace(part, other, StringComparison.Ordinal))).Status);

    [Fact]
    public async Task Get_APictureWithParametersInItsAddress_IsTheSameFile() =>
        Assert.Equal(SampleContent.Png, (await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Picture + "?width=5000&format=png")).Bytes);

    /// <summary>Whether there ever was one is not told.</summary>
    [Theory]
    [InlineData("/pictures/patients/0123456789abcdef-640.avif")]
    [InlineData("/pictures/patients/x-1.jpg?width=1")]
    [InlineData("/pictures/patients/x/y.jpg")]
    public async Task Get_APatientsPictureThatIsNotShown_IsGone(string address)
    {
        var answer = await RawRequest.SendAsync(site.Address, "GET " + address);

        Assert.Equal(HttpStatusCode.Gone, answer.Status);
    }

    [Theory]
    [InlineData(SampleContent.DraftPicture)]
    [InlineData(SampleContent.UnusedPicture)]
    [InlineData("/pictures/nothing-here.png")]
    [InlineData("/pictures/")]
    [InlineData("/pictures/../clinic.yml")]
    [InlineData("/pictures/..%2fclinic.yml")]
    [InlineData("/pictures/%2e%2e/clinic.yml")]
    [InlineData("/pictures/%2e%2e%2fclinic.yml")]
    [InlineData("/pictures/..%5cclinic.yml")]
    [InlineData("/pictures/..\\clinic.yml")]
    [InlineData("/pictures/....//clinic.yml")]
    [InlineData("/pictures//etc/passwd")]
    [InlineData("/pictures/%2fetc%2fpasswd")]
    [InlineData("/pictures/nerve.png%00.md")]
    [InlineData("/pictures/x/../../articles/relaxing-tight-muscles.md")]
    [InlineData("/clinic.yml")]
    [InlineData("/content/clinic.yml")]
    [InlineData("/articles/relaxing-tight-muscles.md")]
    [InlineData("/articles/a-hidden-draft.md")]
    [InlineData("/content/articles/relaxing-tight-muscles.md")]
    [InlineData("/appsettings.json")]
    [InlineData("/images/nerve.png")]
    public async Task Get_AnyOtherFile_IsNotFound(string address)
    {
        var answer = await RawRequest.SendAsync(site.Address, "GET " + address);
        if (answer.Status == HttpStatusCode.MovedPermanently)
        {
            answer = await RawRequest.SendAsync(site.Address, "GET " + answer.Location);
        }

        Assert.True((int)answer.Status is 404 or 400, $"{address}: {answer.Status}");
        Assert.DoesNotContain("phone:", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("summary:", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ThePictureOfADraft_IsServedOnlyWhereDraftsAreShown()
    {
        using var preview = new SiteHost().In("Staging").With("Content:ShowDrafts", "true");

        Assert.Equal(HttpStatusCode.OK, (await preview.GetAsync(SampleContent.DraftPicture)).Status);
    }
}
