using FacialParalysisSite.Consultations.Mail;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>One mail owed. It is kept until it is sent, whatever happens to the program meanwhile.</summary>
internal sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    /// <summary>
    /// The mail it goes out in: its own id, or that of a digest that holds several. It is the Message-ID, so that a mail
    /// sent twice can be told to be one; decided when the message is handed out first. Null until then.
    /// </summary>
    public Guid? MailId { get; set; }

    public required Guid RequestId { get; init; }

    public required MailKind Kind { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// What the person had written when the mail came to be owed, as <see cref="Sealing.PayloadSeal"/> keeps it: a
    /// correction that comes before the mail is sent takes nothing away from it.
    /// </summary>
    public required string Payload { get; set; }

    public OutboxState State { get; set; }

    /// <summary>How often sending was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this moment. Of one that was given up: when it was.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>While it is being sent: the moment at which whoever sends it must have given up.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>
    /// The clinic's addresses that have got it already, separated by commas, where the server took it for some and not
    /// for others.
    /// </summary>
    public string DeliveredTo { get; set; } = "";

    /// <summary>For a receipt: a hash of the address, to send at most one a day.</summary>
    public string? RecipientHash { get; set; }
}

/// <summary>How far a mail has come.</summary>
internal enum OutboxState
{
    Pending,
    Sending,
    Sent,

    /// <summary>Given up after the last try; kept and shown to the operator.</summary>
    Abandoned,

    /// <summary>Never to be sent, because what it says was wiped.</summary>
    Withdrawn,
}
