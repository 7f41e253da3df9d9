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
        var process = Start(own);
        try
        {
            var address = await RunningSite.AddressOfAsync(process);
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };

            var home = await ReadAsync(client, "/");
            Assert.Contains("Hours of the published copy", home.Text, StringComparison.Ordinal);
            Assert.Null(home.Header("Server"));
            var stylesheet = home.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
            var css = await ReadAsync(client, stylesheet);
            Assert.Equal(Stylesheet.Served(Stylesheet.SiteParts), css.Text.Trim());
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

        await AssertServesWithContentElsewhereAsync(own);
        await AssertEndsWithoutAssetsAsync(own);
    }

    /// <summary>Staff write in a folder of their own, and what was published beside the program was taken away.</summary>
    private static async Task AssertServesWithContentElsewhereAsync(TemporaryFolder own)
    {
        Directory.Move(Path.Combine(own["site"], "content"), own["content"]);
        var process = Start(own, ("Content__Root", own["content"]));
        try
        {
            using var client = new HttpClient { BaseAddress = await RunningSite.AddressOfAsync(process) };
            Assert.Contains("Hours of the published copy", (await ReadAsync(client, "/")).Text, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await SiteProgram.EndOfAsync(process);
        }
    }

    private static async Task AssertEndsWithoutAssetsAsync(TemporaryFolder own)
    {
        File.Delete(Path.Combine(own["site"], "wwwroot", "images", "cards", "cards.json"));

        var ended = await SiteProgram.EndOfAsync(Start(own, ("Content__Root", own["content"])));

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("The site cannot start:", ended.Error, StringComparison.Ordinal);
        Assert.Contains("cards.json", ended.Error, StringComparison.Ordinal);
    }

    private static System.Diagnostics.Process Start(TemporaryFolder own, params (string Name, string Value)[] settings) =>
        SiteProgram.Start(Path.Combine(own["site"], "FacialParalysisSite.Web.dll"), [], own["elsewhere"], [.. SiteProgram.Production(own["data"]), .. settings]);

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
