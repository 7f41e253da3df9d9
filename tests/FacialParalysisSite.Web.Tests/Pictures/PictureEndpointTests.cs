using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pictures;

public sealed class PictureEndpointTests(NetworkSite site) : IClassFixture<NetworkSite>
{
    [Fact]
    public async Task Get_APictureOfAPublishedPage_IsServedAsWhatItIs()
    {
        var answer = await RawRequest.SendAsync(site.Address, "GET " + SampleContent.Picture);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("image/png", answer.Header("Content-Type"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal(SampleContent.Png, answer.Bytes);
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
