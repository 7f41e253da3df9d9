using FacialParalysisSite.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace FacialParalysisSite.Browser.Tests.Accessibility;

/// <summary>What the repository's own content does not show today: drafts, what is gone, every kind of Markdown.</summary>
[Collection(AxeCollection.Name)]
public sealed class EveryStateTests(BrowserFixture browser)
{
    private const string Fields = "title: T\nsummary: S\ncategory: c\nauthor: a\npublished: 2020-01-01\n";

    private const string EveryKind =
        """
        ## One {#one}

        Text with a note[^1], a citation[@s], `code`, [a link](#two) and {{phone}}.

        > [!NOTE]
        > A note.

        > [!WARNING]
        > A warning with [a link](#one).

        > [!URGENT]
        > Call [911](tel:911).

        | Left | Middle | Right |
        |:---|:---:|---:|
        | a | b | c |

        | Second | Table |
        |---|---|
        | d | e |

        ![A line](../images/line.png "A caption")

        ### Two {#two}

        Term
        : What it means.

        > A quotation.

        ```
        code that is long enough to be scrolled by somebody with a very small telephone in their hand
        ```

        [^1]: The note.
        """;

    [BrowserFact]
    public async Task Open_EveryKindOfPageAndMarkdown_AxeFindsNothingAndNothingSticksOut()
    {
        var content = Directory.CreateTempSubdirectory("states-");
        try
        {
            SmallContent.Write(content.FullName,
                ("articles/every-kind.md", $"---\n{Fields}tags: [t]\nurgent: true\noffLabel: true\ninShort: [one, two]\nsources:\n  - id: s\n    title: Source\n    url: https://example.org/a\n---\n\n{EveryKind}\n"),
                ("articles/reviewed.md", $"---\n{Fields}reviewer: a\nreviewed: 2020-01-02\nreviewDue: 2999-01-01\n---\n\nText.\n"),
                ("articles/overdue.md", $"---\n{Fields}reviewer: a\nreviewed: 2020-01-02\nreviewDue: 2021-01-01\n---\n\nText.\n"),
                ("articles/draft.md", $"---\n{Fields}draft: true\n---\n\nText.\n"),
                ("articles/gone.md", $"---\n{Fields}expires: 2020-02-01\n---\n\nText.\n"));
            Directory.CreateDirectory(Path.Combine(content.FullName, "images"));
            await File.WriteAllBytesAsync(Path.Combine(content.FullName, "images", "line.png"), Convert.FromBase64String(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
            await using var site = new SiteHost(content.FullName);
            foreach (var (address, status) in new[]
                     {
                         ("/articles/every-kind", 200), ("/articles/reviewed", 200), ("/articles/overdue", 200), ("/articles/draft", 200),
                         ("/articles", 200), ("/tags/t", 200), ("/articles/gone", 410), ("/nothing", 404),
                     })
            {
                await LookAsync(new Uri(site.Address, address), status);
            }
        }
        finally
        {
            content.Delete(recursive: true);
        }
    }

    private async Task LookAsync(Uri address, int status)
    {
        var page = await browser.Browser.NewPageAsync();
        var response = await page.GotoAsync(address.ToString());
        Assert.Equal((address.AbsolutePath, status), (address.AbsolutePath, response!.Status));
        foreach (var (width, theme) in new[] { (320, ColorScheme.Light), (1440, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
            Assert.Empty((await page.AxeFaultsAsync()).Select(fault => $"{address.AbsolutePath} {width} {theme} {fault}"));
        }

        await page.CloseAsync();
    }
}
