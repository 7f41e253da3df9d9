using System.Collections.Concurrent;
using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Privacy;

[Collection(BrowserCollection.Name)]
public sealed class HostileContentTests(BrowserFixture browser)
{
    private const string FrontMatter =
        """
        ---
        title: "<script>parent.hit=1</script>"
        summary: "\"><img src=x onerror=parent.hit=1>"
        category: c
        author: a
        published: 2020-01-01
        inShort: ["<svg onload=hit=1>", "two"]
        ---

        """;

    private const string Body =
        """
        <script>window.hit = 1</script>

        <img src=x onerror="window.hit=1"> <svg/onload=window.hit=1> <a href="javascript:window.hit=1" id="raw">raw</a>

        <iframe srcdoc="<script>parent.hit=1</script>"></iframe> <style>body{display:none}</style>

        ## Heading <b onclick=window.hit=1>x</b>

        | <script>window.hit=1</script> | b |
        |---|---|
        | <details open ontoggle=window.hit=1> | d |

        ```html" onmouseover="window.hit=1
        <script>window.hit=1</script>
        ```

        [^1]: <script>window.hit=1</script>

        Note[^1]. `<script>window.hit=1</script>` &lt;script&gt;window.hit=1&lt;/script&gt;
        """;

    [BrowserFact]
    public async Task Open_AnArticleFullOfScript_RunsNothing()
    {
        var content = Directory.CreateTempSubdirectory("hostile-");
        try
        {
            SmallContent.Write(content.FullName, ("articles/hostile.md", FrontMatter + Body));
            await using var site = new SiteHost(content.FullName);
            await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = site.Address.ToString() });
            var page = await context.NewPageAsync();
            var requests = new ConcurrentBag<string>();
            page.Request += (_, request) => requests.Add(new Uri(request.Url).AbsolutePath);
            page.Dialog += (_, dialog) => requests.Add("dialog " + dialog.Message);

            var response = await page.GotoAsync("/articles/hostile", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

            Assert.Equal(200, response!.Status);
            await page.Locator(".prose").HoverAsync();
            Assert.Equal("undefined", await page.EvaluateAsync<string>("typeof window.hit"));
            Assert.Equal(0, await page.Locator("main script:not([src^='/js/']), main iframe, main svg:not(.mark), main style, main img, main [onclick], main [onerror]").CountAsync());
            await Assertions.Expect(page.Locator(".prose")).ToBeVisibleAsync();
            Assert.All(requests, path => Assert.True(path is "/articles/hostile" || path.StartsWith("/css/", StringComparison.Ordinal) || path.StartsWith("/js/", StringComparison.Ordinal) || path.StartsWith("/fonts/", StringComparison.Ordinal) || path.StartsWith("/images/", StringComparison.Ordinal), path));
        }
        finally
        {
            content.Delete(recursive: true);
        }
    }
}
