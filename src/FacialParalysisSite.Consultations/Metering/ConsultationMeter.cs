using System.Diagnostics.Metrics;
using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;

namespace FacialParalysisSite.Consultations.Metering;

/// <summary>Counts what becomes of requests and mails. Says nothing of whom they are from.</summary>
internal sealed class ConsultationMeter
{
    public const string Name = "FacialParalysisSite.Consultations";

    private readonly Counter<long> _requests;
    private readonly Counter<long> _mails;
    private readonly Counter<long> _told;
    private readonly Gauge<double> _oldestWaiting;
    private readonly Gauge<long> _waiting;
    private readonly Gauge<long> _abandoned;
    private readonly Gauge<int> _unopened;
    private readonly Gauge<long> _alerts;

    public ConsultationMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _requests = meter.CreateCounter<long>("consultation.requests", "{request}", "Consultation requests sent to the site, by outcome");
        _mails = meter.CreateCounter<long>("consultation.mails", "{mail}", "Tries to send a mail, by kind and outcome");
        _told = meter.CreateCounter<long>("consultation.alerts.told", "{try}", "Tries to tell somebody what is wrong, by kind and outcome");
        _oldestWaiting = meter.CreateGauge<double>("consultation.mail.oldest_waiting", "s", "Age of the oldest mail to the clinic that has not been sent");
        _waiting = meter.CreateGauge<long>("consultation.mail.waiting", "{mail}", "Mails to the clinic that have not been sent and are tried");
        _abandoned = meter.CreateGauge<long>("consultation.mail.abandoned", "{mail}", "Mails to the clinic that were given up");
        _unopened = meter.CreateGauge<int>("consultation.mail.unopened", "{mail}", "Mails to the clinic that have not been sent and cannot be opened");
        _alerts = meter.CreateGauge<long>("consultation.alerts", "{alert}", "What is wrong, by kind: 1 while it is, else 0");
    }

    /// <summary>Counts a request that was sent to the site.</summary>
    public void CountRequest(RequestOutcome outcome) =>
        _requests.Add(1, new KeyValuePair<string, object?>("outcome", NameOf(outcome)));

    /// <summary>Counts a try to send a mail.</summary>
    public void CountMail(MailKind kind, MailFate fate) =>
        _mails.Add(1, new("kind", NameOf(kind)), new("outcome", NameOf(fate)));

    /// <summary>Counts a try to tell somebody what is wrong.</summary>
    public void CountTold(AlertKind kind, bool isTold) =>
        _told.Add(1, new("kind", NameOf(kind)), new("outcome", isTold ? "told" : "failed"));

    /// <summary>Notes whether something is wrong.</summary>
    public void NoteAlert(AlertKind kind, bool isWrong) => _alerts.Record(isWrong ? 1 : 0, new KeyValuePair<string, object?>("kind", NameOf(kind)));

    /// <summary>Notes what the clinic has not got.</summary>
    public void NoteBacklog(ClinicBacklog backlog)
    {
        _oldestWaiting.Record(backlog.Age.TotalSeconds);
        _waiting.Record(backlog.Waiting);
        _abandoned.Record(backlog.Abandoned);
    }

    /// <summary>Notes how many mails to the clinic cannot be opened.</summary>
    public void NoteUnopened(int count) => _unopened.Record(count);

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>What became of a request.</summary>
internal enum RequestOutcome
{
    Accepted,

    /// <summary>The same again: stored already.</summary>
    Repeated,

    Corrected,

    /// <summary>Shown again with its faults.</summary>
    Invalid,

    /// <summary>More than the client may send.</summary>
    Limited,

    /// <summary>Could not be stored.</summary>
    Unavailable,
}

/// <summary>What became of a try to send a mail.</summary>
internal enum MailFate
{
    Sent,
    Retried,
    Abandoned,
}
