using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Web.Commands;

namespace FacialParalysisSite.Web.Tests.Commands;

public sealed class MailAdviceTests
{
    [Theory]
    [InlineData(MailResult.RecipientRefused, "553", "refused the recipient (553)")]
    [InlineData(MailResult.RecipientRefused, "530", "refused the recipient (530)")]
    [InlineData(MailResult.Refused, "530", "wants the site to sign in")]
    [InlineData(MailResult.Refused, "534", "refused to let the site sign in (534)")]
    [InlineData(MailResult.Refused, "535", "refused to let the site sign in (535)")]
    [InlineData(MailResult.Refused, "554", "refused the mail (554)")]
    [InlineData(MailResult.Failed, "421", "may later (421)")]
    [InlineData(MailResult.Failed, "454", "may later (454)")]
    [InlineData(MailResult.Failed, "deadline", "within 60 seconds")]
    [InlineData(MailResult.Failed, "no connection", "it broke (no connection)")]
    [InlineData(MailResult.Failed, "SslHandshakeException", "it broke (SslHandshakeException)")]
    public void For_AnOutcome_SaysItWithItsDetail(MailResult result, string detail, string words) =>
        Assert.Contains(words, MailAdvice.For(new MailOutcome(result, detail), TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
}
