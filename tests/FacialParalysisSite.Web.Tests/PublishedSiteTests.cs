using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests;

/// <summary>The site as it is deployed: published, started from any folder, stopped by a signal.</summary>
public sealed class PublishedSiteTests
{
    [Fact]
    public async Task Published_StartedFromAnotherFolder_ServesItsOwnContentAndAssetsAndStopsCleanly()
    {
        using var own = new TemporaryFolder();
        Assert.Equal(0, await SiteProgram.RunToolAsync("dotnet", "publish", Repository.WebProject, "--no-build", "-c", Repository.Configuration, "-o", own["site"], "-nodeReuse:false"));
        await File.AppendAllTextAsync(Path.Combine(own["site"], "content", "clinic.yml"), "\nhours: \"Hours of the published copy\"\n");
        Directory.CreateDirectory(own["elsewhere"]);
        var process = SiteProgram.Start(Path.Combine(own["site"], "FacialParalysisSite.Web.dll"), [], own["elsewhere"], SiteProgram.Production(own["data"]));
        try
        {
            var address = await RunningSite.AddressOfAsync(process);
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };

            var home = await ReadAsync(client, "/");
            Assert.Contains("Hours of the published copy", home.Text, StringComparison.Ordinal);
            Assert.Null(home.Header("Server"));
            var stylesheet = home.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
            var css = await ReadAsync(client, stylesheet);
            Assert.Equal(Stylesheet.Served(), css.Text.Trim());
            Assert.Contains("immutable", css.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal("br", (await ReadAsync(client, stylesheet, ("Accept-Encoding", "br"))).Header("Content-Encoding"));
            Assert.Equal("gzip", (await ReadAsync(client, stylesheet, ("Accept-Encoding", "gzip"))).Header("Content-Encoding"));
            Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(client, "/css/tokens.css", expected: HttpStatusCode.NotFound)).Status);
            Assert.Contains("immutable", (await ReadAsync(client, "/fonts/atkinson-text.woff2")).Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(client, "/nothing-here", expected: HttpStatusCode.NotFound)).Status);
        }
        finally
        {
            Assert.Equal(0, await SiteProgram.RunToolAsync("kill", "-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        var ended = await SiteProgram.EndOfAsync(process);
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("GET / 200", ended.Output, StringComparison.Ordinal);
        Assert.Equal("", ended.Error);
    }

    private static async Task<Answer> ReadAsync(HttpClient client, string address, (string Name, string Value)? header = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (header is var (name, value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        var answer = await Answer.ReadAsync(response);
        Assert.Equal(expected, answer.Status);
        return answer;
    }
}
