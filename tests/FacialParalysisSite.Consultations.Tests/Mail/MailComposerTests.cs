using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Tests.Outbox;

namespace FacialParalysisSite.Consultations.Tests.Mail;

public sealed class MailComposerTests
{
    private const string Planted = "Zq7Planted";

    [Fact]
    public async Task Compose_ToTheClinic_HasEverythingThePersonWroteAndNothingOfItInTheSubject()
    {
        var (mails, reference) = await Send(form =>
        {
            (form.Name, form.Email, form.Phone, form.Language) = ("Ada " + Planted, "ada@example.org", "(310) 555-0123", "Farsi");
            (form.Voicemail, form.PreferredContact, form.BestTime, form.Whom) = ("yes", "email", "morning", "child");
            (form.Topic, form.Onset, form.Message) = ("bells-palsy", "days", "First line\r\nSecond line " + Planted);
        });
        var mail = mails[0];

        Assert.Equal($"Consultation request {reference}", mail.Subject);
        Assert.Equal(("site@clinic.example", "ada@example.org"), (mail.From, mail.ReplyTo));
        Assert.Equal(["front@clinic.example"], mail.To);
        foreach (var said in new[]
                 {
                     "Ada " + Planted, "ada@example.org", "(310) 555-0123", "Farsi", "Yes", "E-mail", "Morning", "My child", "Bell’s palsy",
                     "In the last 3 days", "First line", "Second line " + Planted, reference,
                 })
        {
            Assert.Contains(said, mail.Text, StringComparison.Ordinal);
            Assert.Contains(said, System.Net.WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Compose_TheReceipt_HasNothingThatThePersonTyped()
    {
        var (mails, reference) = await Send(form =>
            (form.Name, form.Email, form.Phone, form.Language, form.Message) = (Planted, Planted + "@example.org", Planted + " 55555", Planted, Planted));
        var mail = mails.Single(mail => mail.IsAutomatic);

        Assert.Equal([Planted + "@example.org"], mail.To);
        Assert.DoesNotContain(Planted, mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains(reference, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("(310) 555-0100", mail.Text, StringComparison.Ordinal);
        Assert.Contains("The clinic will contact you. If you hear nothing, call.", mail.Text, StringComparison.Ordinal);
        Assert.Null(mail.ReplyTo);
    }

    [Fact]
    public async Task Compose_ACorrection_SaysSoInSubjectAndText()
    {
        using var bed = new OutboxTestBed();
        var submission = Guid.NewGuid();
        var reference = await bed.AcceptAsync(submission: submission);
        await bed.DeliverAllAsync();
        await bed.AcceptAsync(form => form.Phone = "(310) 555-0199", submission);
        await bed.DeliverAllAsync();

        var mail = bed.Sender.Mails.Last();
        Assert.Equal($"Consultation request {reference} (corrected)", mail.Subject);
        Assert.StartsWith("The person has sent the form again with changes.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("(310) 555-0199", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada@example.org", "ada@example.org")]
    [InlineData("ada@example.みんな", "ada@example.xn--q9jyb4c")]
    [InlineData("päivi@example.org", null)]
    [InlineData("ada.@example.org", null)]
    [InlineData("ada@ж-.co", null)]
    public async Task Compose_ToTheClinic_IsAnsweredToAnAddressThatEveryServerTakes(string email, string? replyTo)
    {
        var (mails, _) = await Send(form => form.Email = email);

        var mail = mails.First(mail => !mail.IsAutomatic);
        Assert.Equal(replyTo, mail.ReplyTo);
        Assert.Contains(email, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("see https://evil.example/x", "https://evil")]
    [InlineData("see www.evil.example", "www.evil")]
    [InlineData("see www.ёж.рф/a", "www.ёж")]
    [InlineData("see пример.рф/путь", "пример.рф")]
    [InlineData("see tel:+19005550100", "tel:+1")]
    [InlineData("see \\\\evil\\share", "\\\\evil")]
    [InlineData("see evil.example/path", "evil.example")]
    [InlineData("write to me@evil.example", "me@evil")]
    [InlineData("javascript:alert(1)", "javascript:alert")]
    public async Task Compose_WhatLooksLikeAnAddress_CannotBeClicked(string message, string clickable)
    {
        var (mails, _) = await Send(form => form.Message = message);

        Assert.DoesNotContain(clickable, mails[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(clickable, System.Net.WebUtility.HtmlDecode(mails[0].Html), StringComparison.Ordinal);
        Assert.DoesNotContain("<a", mails[0].Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Compose_MarkupAndDirectionMarks_AreHarmless()
    {
        var (mails, _) = await Send(form => form.Message = "<script>alert(1)</script> \u202Etxet\u202C \u2066x\u2069 \u0000");

        Assert.DoesNotContain("<script", mails[0].Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', mails[0].Text);
        Assert.Contains("\u2068<script>", mails[0].Text, StringComparison.Ordinal);
        Assert.Equal(mails[0].Text.Count(letter => letter == '\u2068'), mails[0].Text.Count(letter => letter == '\u2069'));
        Assert.DoesNotContain('\0', mails[0].Text);
    }

    private static async Task<(List<OutgoingMail> Mails, string Reference)> Send(Action<ConsultationForm> change)
    {
        using var bed = new OutboxTestBed();
        var reference = await bed.AcceptAsync(change);
        await bed.DeliverAllAsync();
        return (bed.Sender.Mails.OrderBy(mail => mail.IsAutomatic).ToList(), reference.Code);
    }
}
