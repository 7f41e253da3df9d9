using System.Diagnostics.Metrics;
using FacialParalysisSite.Consultations.Mail;

namespace FacialParalysisSite.Consultations.Metering;

/// <summary>Counts what becomes of requests and mails. Says nothing of whom they are from.</summary>
internal sealed class ConsultationMeter
{
    public const string Name = "FacialParalysisSite.Consultations";

    private readonly Counter<long> _requests;
    private readonly Counter<long> _mails;
    private readonly Gauge<double> _oldestWaiting;
    private readonly Gauge<int> _unopened;

    public ConsultationMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _requests = meter.CreateCounter<long>("consultation.requests", "{request}", "Consultation requests sent to the site, by outcome");
        _mails = meter.CreateCounter<long>("consultation.mails", "{mail}", "Tries to send a mail, by kind and outcome");
        _oldestWaiting = meter.CreateGauge<double>("consultation.mail.oldest_waiting", "s", "Age of the oldest mail to the clinic that has not been sent");
        _unopened = meter.CreateGauge<int>("consultation.mail.unopened", "{mail}", "Mails to the clinic that have not been sent and cannot be opened");
    }

    /// <summary>Counts a request that was sent to the site.</summary>
    public void CountRequest(RequestOutcome outcome) =>
        _requests.Add(1, new KeyValuePair<string, object?>("outcome", NameOf(outcome)));

    /// <summary>Counts a try to send a mail.</summary>
    public void CountMail(MailKind kind, MailFate fate) =>
        _mails.Add(1, new("kind", NameOf(kind)), new("outcome", NameOf(fate)));

    /// <summary>Notes how long the oldest mail to the clinic has been waiting; zero where none is.</summary>
    public void NoteOldestWaiting(TimeSpan age) => _oldestWaiting.Record(age.TotalSeconds);

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
