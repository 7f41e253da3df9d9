using AngleSharp.Html.Dom;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.StructuredData;

public sealed class StructuredPageTests(SiteHost site, RealSite real) : IClassFixture<SiteHost>, IClassFixture<RealSite>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_OfTheSite_SayForProgramsOnlyWhatTheVocabularyHasAndTheyShow(bool isReal)
    {
        var host = isReal ? real : site;
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in await AddressesAsync(host))
        {
            var page = (await host.GetAsync(address)).Page;
            foreach (var node in JsonLd.Of(page))
            {
                types.UnionWith(SchemaOrg.TypesOf(node));
                SchemaOrg.Check(node);
                new ShownPage(page).AssertHas(node, address);
            }
        }

        Assert.Superset(new HashSet<string>(["MedicalClinic", "Article", "MedicalWebPage", "BreadcrumbList", "Physician"], StringComparer.Ordinal), types);
        Assert.Equal(isReal, types.Contains("FAQPage"));
    }

    [Fact]
    public async Task Get_TheHomePage_DescribesTheClinicByWhatIsConfirmed()
    {
        var clinic = JsonLd.Get((await site.GetAsync("/")).Page, "MedicalClinic");

        Assert.Equal(["@type", "@id", "name", "url", "telephone", "address", "logo"], clinic.EnumerateObject().Select(property => property.Name));
        Assert.Equal("+13105550142", clinic.Text("telephone"));
        Assert.Equal("Sampleton", clinic.GetProperty("address").Text("addressLocality"));
        Assert.Equal("California", clinic.GetProperty("address").Text("addressRegion"));
    }

    [Fact]
    public async Task Get_TheHomePageOfAClinicThatConfirmedMore_DescribesThatToo()
    {
        using var own = new SiteHost();
        File.AppendAllText(own.Content.PathOf("clinic.yml"),
            "\naddress: \"1 Main Street, Sampleton, CA 90000\"\nhours: \"Monday to Friday\"\nemail: \"desk@clinic.example\"\nsocial:\n  - name: \"A service\"\n    url: \"https://www.example.com/clinic\"\n");

        var page = (await own.GetAsync("/")).Page;
        var clinic = JsonLd.Get(page, "MedicalClinic");

        SchemaOrg.Check(clinic);
        new ShownPage(page).AssertHas(clinic, "/");
        Assert.Equal("1 Main Street, Sampleton, CA 90000", clinic.Text("address"));
        Assert.Equal("desk@clinic.example", clinic.Text("email"));
        Assert.Equal("https://www.example.com/clinic", Assert.Single(clinic.GetProperty("sameAs").EnumerateArray()).GetString());
        Assert.Null(clinic.Text("openingHours"));
    }

    [Theory]
    [InlineData(SampleContent.Full, "2029-03-28", "Rita Reviewer, MD")]
    [InlineData(SampleContent.Overdue, "2028-05-30", "Rita Reviewer, MD")]
    [InlineData(SampleContent.Bare, null, null)]
    public async Task Get_AnArticle_SaysThatItWasReviewedOnlyWhereItWas(string address, string? day, string? by)
    {
        var medical = JsonLd.Get((await site.GetAsync(address)).Page, "MedicalWebPage");

        Assert.Equal(day, medical.Text("lastReviewed"));
        Assert.Equal(by, medical.TryGetProperty("reviewedBy", out var reviewer) ? reviewer.Text("name") : null);
    }

    [Theory]
    [InlineData("clinical: true\n", "2029-05-06", "Rita Reviewer, MD")]
    [InlineData("questions: true\n", null, null)]
    [InlineData("clinical: true\nquestions: true\n", "2029-05-06", "Rita Reviewer, MD")]
    public async Task Get_APage_SaysThatItWasReviewedOnlyWhereItShowsThat(string fields, string? day, string? by)
    {
        using var own = new SiteHost();
        own.Content.Write("pages/asked.md",
            $"---\ntitle: \"Asked\"\nsummary: \"S\"\nupdated: 2029-05-01\nreviewer: rita-reviewer\nreviewed: 2029-05-06\nreviewDue: 2031-01-01\n{fields}---\n\n## When?\n\nSoon.\n");

        var page = (await own.GetAsync("/asked")).Page;
        var node = Assert.Single(JsonLd.Of(page));

        SchemaOrg.Check(node);
        new ShownPage(page).AssertHas(node, "/asked");
        Assert.Equal("2029-05-01", node.Text("dateModified"));
        Assert.Equal(day, node.Text("lastReviewed"));
        Assert.Equal(by, node.TryGetProperty("reviewedBy", out var reviewer) ? reviewer.Text("name") : null);
    }

    [Fact]
    public async Task Get_APageWhoseReviewerIsNoLongerConfirmed_NamesNoReview()
    {
        // Such a page is only up where it was before, as its last good version.
        using var own = new SiteHost();
        Assert.NotNull(JsonLd.Get((await own.GetAsync(SampleContent.Full)).Page, "MedicalWebPage").Text("lastReviewed"));

        own.Content.Replace("people/rita-reviewer.md", "clinician: true", "clinician: true\nconfirmed: false");
        await own.Log.LineWithAsync("EROR", "content/articles/relaxing-tight-muscles.md(9,11): error FP0214");

        var medical = JsonLd.Get((await own.GetAsync(SampleContent.Full)).Page, "MedicalWebPage");
        Assert.Null(medical.Text("lastReviewed"));
        Assert.False(medical.TryGetProperty("reviewedBy", out _));
    }

    [Fact]
    public async Task Get_AnArticle_DescribesItself()
    {
        var article = JsonLd.Get((await site.GetAsync(SampleContent.Full)).Page, "Article");

        Assert.Equal("Relaxing tight muscles", article.Text("headline"));
        Assert.Equal("Person", article.GetProperty("author").Text("@type"));
        Assert.Equal("Ada Writer", article.GetProperty("author").Text("name"));
        Assert.Equal("The Sample Clinic", article.GetProperty("publisher").Text("name"));
        Assert.Equal("2029-04-01", article.Text("datePublished"));
        Assert.Equal("2029-04-02", article.Text("dateModified"));
        Assert.Equal("PT1M", article.Text("timeRequired"));
        Assert.Equal(SiteHost.PlainBase + SampleContent.Picture, article.Text("image"));
        Assert.Equal(["Botox", "Synkinesis"], article.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()));
        Assert.Null(JsonLd.Get((await site.GetAsync(SampleContent.Bare)).Page, "Article").Text("dateModified"));
    }

    [Theory]
    [InlineData("name: \"The Sample Clinic\"", "organization: true", "MedicalClinic")]
    [InlineData("name: \"The Sample Clinic\"", "organization: false", "Person")]
    [InlineData("name: \"A partner\"", "organization: true", "Organization")]
    public async Task Get_AnArticle_HasAnAuthorOfTheKindThatStaffSay(string name, string field, string type)
    {
        using var own = new SiteHost();
        own.Content.Replace("people/ada-writer.md", "name: \"Ada Writer\"", $"{name}\n{field}");

        var article = JsonLd.Get((await own.GetAsync(SampleContent.Bare)).Page, "Article");

        SchemaOrg.Check(article);
        Assert.Equal(type, article.GetProperty("author").Text("@type"));
    }

    [Theory]
    [InlineData("credentials: \"MD\"", true)]
    [InlineData("credentials: \"D.O., PhD\"", true)]
    [InlineData("credentials: \"RN\"", false)]
    [InlineData("credentials: \"MD\"\nconfirmed: false", false)]
    [InlineData("", false)]
    public async Task Get_APageThatShowsAPerson_NamesOnlyConfirmedPhysicians(string fields, bool isPhysician)
    {
        using var own = new SiteHost();
        own.Content.Replace("people/rita-reviewer.md", "credentials: \"MD\"", fields);

        var physician = JsonLd.Find((await own.GetAsync("/first-visit")).Page, "Physician");

        Assert.Equal(isPhysician, physician is not null);
        Assert.Null(JsonLd.Find((await own.GetAsync("/contact")).Page, "Physician"));
    }

    [Theory]
    [InlineData(SampleContent.Full)]
    [InlineData("/categories/treatments")]
    [InlineData("/tags/botox")]
    public async Task Get_APageBelowOthers_HasTheWayThatItShows(string address)
    {
        var page = (await site.GetAsync(address)).Page;

        var steps = JsonLd.Get(page, "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().ToList();
        var shown = page.QuerySelectorAll("nav[aria-label='You are here'] a").Cast<IHtmlAnchorElement>().Select(link => (link.TextContent, SiteHost.PlainBase + link.GetAttribute("href")))
            .Append((page.QuerySelector("h1")!.TextContent, SiteHost.PlainBase + address));
        Assert.Equal(shown, steps.Select(step => (step.Text("name")!, step.Text("item")!)));
        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step.GetProperty("position").GetInt32()));
    }

    [Theory]
    [InlineData("clinical: true\n", "MedicalWebPage,FAQPage")]
    [InlineData("", "FAQPage")]
    public async Task Get_APageOfQuestions_HasThemWithTheirAnswers(string fields, string types)
    {
        using var own = new SiteHost();
        own.Content.Write("pages/asked.md", $"---\ntitle: \"Asked\"\nsummary: \"S\"\nquestions: true\n{fields}---\n\nBefore.\n\n"
            + "## What about surgery?\n\n### Does it hurt?\n\nNo *pain*.\n\n- Call {{phone}}.\n\n### Not asked\n\nWords.\n\n## When?\n\nSoon.\n");

        var node = JsonLd.Get((await own.GetAsync("/asked")).Page, "FAQPage");

        SchemaOrg.Check(node);
        Assert.Equal(types.Split(','), SchemaOrg.TypesOf(node));
        Assert.Equal(["Does it hurt? No pain. Call (310) 555-0142.", "When? Soon."], node.GetProperty("mainEntity").EnumerateArray()
            .Select(question => $"{question.Text("name")} {question.GetProperty("acceptedAnswer").Text("text")}"));
    }

    [Fact]
    public async Task Get_APageWhoseHeadingsAreQuestions_IsOneOfQuestionsOnlyWhereStaffSaySo()
    {
        using var own = new SiteHost();
        own.Content.Write("pages/asked.md", "---\ntitle: \"Asked\"\nsummary: \"S\"\n---\n\n## When?\n\nSoon.\n");

        Assert.Empty(JsonLd.Of((await own.GetAsync("/asked")).Page));
    }

    [Fact]
    public async Task Get_APageWithoutParents_HasNoWay()
    {
        var page = (await site.GetAsync("/privacy")).Page;

        Assert.Empty(JsonLd.Of(page));
        Assert.Null(page.QuerySelector(".crumbs"));
    }

    [Fact]
    public async Task Get_ATextThatWouldEndTheElement_StaysWithinIt()
    {
        const string title = "</script><script>alert(1)</script> “x” & 'y' ]]> <!--";
        using var own = new SiteHost();
        own.Content.WriteArticle("hostile", title: title);

        var answer = await own.GetAsync("/articles/hostile");

        Assert.DoesNotContain("<script>alert", answer.Text, StringComparison.Ordinal);
        Assert.Equal(title, JsonLd.Get(answer.Page, "Article").Text("headline"));
    }

    private static async Task<List<string>> AddressesAsync(SiteHost host) =>
        System.Xml.Linq.XDocument.Parse((await host.GetAsync("/sitemap.xml")).Text).Root!.Elements().Select(url => url.Elements().First().Value).ToList();
}
