using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Consultation;

/// <summary>The form, filled in without a script.</summary>
public sealed class ConsultationTests
{
    [Fact]
    public async Task Send_ARequest_BecomesOneMailToTheClinicAndOneReceipt()
    {
        using var site = new SiteHost().WithMailFolder();
        using var visitor = new Visitor(site);

        var sent = await visitor.AskForConsultationAsync(("name", "Ada O’Brien"), ("email", "ada@example.org"), ("onset", "days"), ("message", "Line 1\r\nLine 2 🙂"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var received = await visitor.OpenAsync(sent.Location!);
        var reference = received.Page.QuerySelector(".reference__code")!.TextContent;
        Assert.Equal($"/consultation/received?reference={reference}", sent.Location);
        var mails = await site.Mail.WaitForAsync(2);
        var toClinic = Assert.Single(mails, mail => !mail.IsReceipt);
        Assert.Equal($"Consultation request {reference}", toClinic.Subject);
        Assert.Equal("front@clinic.example, desk@clinic.example", toClinic.To);
        Assert.All(["Ada O’Brien", "ada@example.org", "(310) 555-0123", "In the last 3 days", "Line 1", "Line 2 🙂"], said => Assert.Contains(said, toClinic.Text, StringComparison.Ordinal));
        var receipt = Assert.Single(mails, mail => mail.IsReceipt);
        Assert.Equal("ada@example.org", receipt.To);
        Assert.Contains(reference, receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_TheSameFormAgain_IsTheSameRequestWithoutASecondMail()
    {
        using var site = new SiteHost().WithMailFolder();
        using var visitor = new Visitor(site);

        var first = await visitor.AskForConsultationAsync();
        var second = await visitor.SendAsync(("name", "Ada"), ("phone", "(310) 555-0123"), ("agreed", "yes"));
        Assert.Equal((HttpStatusCode.SeeOther, first.Location), (second.Status, second.Location));

        var other = await visitor.AskForConsultationAsync();
        Assert.NotEqual(first.Location, other.Location);
        await site.Mail.WaitForAsync(2);
        await site.Log.LineWithAsync(ReferenceOf(other), "was sent");
        Assert.Equal(2, site.Mail.Mails.Count);
    }

    [Fact]
    public async Task Send_TheSameFormCorrected_KeepsTheReferenceAndMailsAgain()
    {
        using var site = new SiteHost().WithMailFolder();
        using var visitor = new Visitor(site);

        var first = await visitor.AskForConsultationAsync();
        var second = await visitor.SendAsync(("name", "Ada"), ("phone", "(310) 555-0199"), ("agreed", "yes"));

        Assert.Equal(first.Location, second.Location);
        var mails = await site.Mail.WaitForAsync(2);
        var corrected = Assert.Single(mails, mail => mail.Subject.EndsWith("(corrected)", StringComparison.Ordinal));
        Assert.Contains("(310) 555-0199", corrected.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AFaultyForm_ComesBackWithItsFaultsNamedAndEverythingTypedStillThere()
    {
        using var site = new SiteHost();
        using var visitor = new Visitor(site);
        var opened = await visitor.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        (string, string)[] typed =
        [
            ("name", " "), ("email", "a@b <i>\"&"), ("phone", "12"), ("voicemail", "no"), ("preferred-contact", "either"), ("best-time", "afternoon"),
            ("language", "Español"), ("whom", "child"), ("topic", "not-sure"), ("onset", "days"), ("message", "\n\n  first & <b>\nlast  "),
        ];

        var answer = await visitor.SendAsync(typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith("Error: ", answer.Page.Title, StringComparison.Ordinal);
        var summary = answer.Page.QuerySelector(".problem")!;
        Assert.Equal("There is a problem", summary.QuerySelector(".problem__title")!.TextContent);
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal(["#name", "#email", "#phone", "#agreed"], summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        foreach (var link in summary.QuerySelectorAll("a"))
        {
            var field = answer.Page.QuerySelector(link.GetAttribute("href")!)!;
            var fault = answer.Page.GetElementById(field.Id + "-fault")!;
            Assert.Equal("Error: " + link.TextContent, fault.TextContent);
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Contains(fault.Id!, field.GetAttribute("aria-describedby")!.Split(' '));
        }

        var fields = Visitor.FieldsOf(answer.Page);
        Assert.All(typed, typedField => Assert.Equal(typedField.Item2, fields[typedField.Item1]));
        Assert.Equal(Visitor.FieldsOf(opened.Page)["submission-id"], fields["submission-id"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(("name", "Ada"), ("email", ""), ("phone", "12345"), ("agreed", "yes"))).Status);
    }

    [Theory]
    [InlineData("whom")]
    [InlineData("onset")]
    public async Task Send_AnAnswerThatIsNotOnTheList_LeadsFromTheSummaryToTheFirstAnswer(string field)
    {
        using var site = new SiteHost();
        using var visitor = new Visitor(site);

        var answer = await visitor.AskForConsultationAsync((field, "nonsense"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var target = answer.Page.QuerySelector(answer.Page.QuerySelector(".problem a")!.GetAttribute("href")!)!;
        Assert.Equal((field, "radio"), (target.GetAttribute("name"), target.GetAttribute("type")));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("cookie")]
    [InlineData("submission")]
    [InlineData("foreign token")]
    public async Task Send_WithoutWhatShowsWhereTheFormIsFrom_ComesBackToBeSentAgain(string missing)
    {
        using var site = new SiteHost();
        using var visitor = new Visitor(site);
        using var other = new Visitor(site, keepsCookies: false);
        await visitor.OpenAsync();
        var fields = Visitor.FieldsOf(visitor.Shown.Page).With(("name", "Ada"), ("phone", "(310) 555-0123"), ("message", "kept"), ("agreed", "yes"));
        var sender = missing == "cookie" ? other : visitor;
        fields = missing switch
        {
            "token" => fields.Without("__RequestVerificationToken"),
            "submission" => fields.With(("submission-id", "x")),
            "foreign token" => fields.With(("__RequestVerificationToken", Visitor.FieldsOf((await other.OpenAsync()).Page)["__RequestVerificationToken"])),
            _ => fields,
        };

        var answer = await sender.SendFormAsync(fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("Error: ", answer.Page.Title, StringComparison.Ordinal);
        Assert.Contains("has not been sent yet", answer.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("kept", Visitor.FieldsOf(answer.Page)["message"]);
        if (sender == visitor)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync()).Status);
        }
    }

    [Fact]
    public async Task Send_AFormThatWasOpenedBeforeARestart_IsTaken()
    {
        using var own = new TemporaryFolder();
        using var before = new SiteHost().With("Data:Root", own["data"]);
        using var after = new SiteHost().With("Data:Root", own["data"]);
        using var visitor = new Visitor(before);
        var opened = await visitor.OpenAsync();
        var cookie = opened.Header("Set-Cookie")!.Split(';')[0];
        var fields = Visitor.FieldsOf(opened.Page).With(("name", "Ada"), ("phone", "(310) 555-0123"), ("agreed", "yes"));
        await before.DisposeAsync();

        using var client = after.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(SiteHost.PlainBase) });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/consultation") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Show_TheForm_SetsACookieThatNoOtherPageSetsAndIsKeptByNoProxy()
    {
        using var site = new SiteHost();

        var form = await site.GetAsync("/consultation");

        Assert.NotNull(form.Header("Set-Cookie"));
        Assert.Equal("private, no-cache", form.Header("Cache-Control"));
        Assert.All(["/", "/articles", "/consultation/received?reference=FP-4KX7-9M2R"], address => Assert.Null(site.GetAsync(address).Result.Header("Set-Cookie")));
    }

    [Fact]
    public async Task Send_ByOtherMethods_IsRefusedWithTheOnesThatWork()
    {
        using var site = new SiteHost();

        var answer = await site.SendAsync(HttpMethod.Put, "/consultation");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD, POST"), (answer.Status, answer.Header("Allow")));
    }

    private static string ReferenceOf(Answer sent) => sent.Location!.Split('=')[1];
}
