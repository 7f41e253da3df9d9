using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Consultation;

/// <summary>What no browser sends for the form.</summary>
public sealed class BrokenRequestTests(NetworkSite site) : IClassFixture<NetworkSite>
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(Form + "; charset=iso-8859-1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Form + "; charset=utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Form, HttpStatusCode.BadRequest)]
    [InlineData(Form + "; charset=UTF-8", HttpStatusCode.BadRequest)]
    [InlineData(Form + "; charset=\"utf-8\"", HttpStatusCode.BadRequest)]
    public async Task Send_InAnotherFormat_IsAnsweredWithWhatIsWrong(string type, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent("name=Ada"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        await AssertAnsweredAsync(content, expected);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_MoreThanTheLimit_IsTooLarge(bool saysItsLength)
    {
        using var content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes("message=" + new string('a', 128 * 1024))));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Form);
        content.Headers.ContentLength = saysItsLength ? content.Headers.ContentLength : null;

        await AssertAnsweredAsync(content, HttpStatusCode.RequestEntityTooLarge, isChunked: !saysItsLength);
    }

    /// <summary>Ten thousand of them are just less than the limit of the body.</summary>
    [Theory]
    [InlineData(2_000)]
    [InlineData(10_000)]
    public async Task Send_MoreFieldsThanAnyForm_IsABrokenRequest(int fields)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, fields).Select(number => $"{number:x}="))));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Form);

        await AssertAnsweredAsync(content, HttpStatusCode.BadRequest);
    }

    private async Task AssertAnsweredAsync(HttpContent content, HttpStatusCode expected, bool isChunked = false)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/consultation") { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;

        using var answer = await client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("tel:", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
