using System.Globalization;
using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;

namespace FacialParalysisSite.Consultations.Heartbeats;

/// <summary>
/// Writes the weekly mail, for the people at the clinic's desk: they are the ones who miss it when mails do not come any more.
/// </summary>
internal static class HeartbeatMail
{
    /// <summary>Writes it. At every try it has the same Message-ID.</summary>
    /// <param name="week">The week it is about.</param>
    /// <param name="counts">What became of the week's requests.</param>
    /// <param name="backlog">What the clinic has not got, of any week.</param>
    /// <param name="late">A mail that has waited for longer is late.</param>
    /// <param name="mail">Who it is from and for.</param>
    /// <param name="zone">The clinic's time zone.</param>
    public static OutgoingMail Compose(HeartbeatWeek week, WeekCounts counts, ClinicBacklog backlog, TimeSpan late, MailSettings mail, TimeZoneInfo zone)
    {
        var isWell = backlog.Age <= late && backlog.Abandoned == 0;
        var text =
            $"""
            This mail comes every Monday morning. It shows that mails from the website reach you.

            From {Day(week.Start)} to {Day(week.End)}
              Consultation requests: {counts.Requests}
              of these, sent to you: {counts.Delivered}{Wiped(counts)}

            At this moment
              mails waiting for you: {backlog.Waiting}{Oldest(backlog)}
              mails given up: {backlog.Abandoned}

            {(isWell
                ? "There is nothing to do. If you know of fewer requests than this, look among the spam."
                : "Patients wait for an answer that you know nothing of yet. Please give this mail to whoever runs the website, today: \"requests list --waiting\" names the requests, and \"requests show\" tells what they say.")}

            IF THIS MAIL DOES NOT COME ON A MONDAY, requests of patients may not reach you either. Look among the spam first. Then call whoever runs the website: "mail test" and "requests list --waiting" tell what is wrong.

            """;
        return new OutgoingMail(
            string.Create(CultureInfo.InvariantCulture, $"heartbeat.{week.End.UtcTicks}@{mail.From[(mail.From.LastIndexOf('@') + 1)..]}"),
            mail.From, mail.To, ReplyTo: null,
            isWell ? $"Website: the week, {Summary(counts, backlog)}" : "Website: the week, REQUESTS ARE WAITING",
            text.ReplaceLineEndings("\r\n"), Html: null, IsAutomatic: true);

        string Day(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);
    }

    private static string Summary(WeekCounts counts, ClinicBacklog backlog) => (counts.Withdrawn, backlog.Waiting) switch
    {
        (0, 0) => "all requests sent to you",
        (_, 0) => "no request is waiting",
        _ => "requests are on their way to you",
    };

    private static string Wiped(WeekCounts counts) => counts.Withdrawn == 0 ? "" : $"\n  wiped on purpose before all was sent: {counts.Withdrawn}";

    private static string Oldest(ClinicBacklog backlog) => backlog.Waiting == 0 ? "" : $", the oldest for {AlertText.Words(backlog.Age)}";
}
