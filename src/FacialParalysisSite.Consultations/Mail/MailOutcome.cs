namespace FacialParalysisSite.Consultations.Mail;

/// <summary>What became of a try to send a mail.</summary>
/// <param name="Result">What to do next depends on it.</param>
/// <param name="Detail">For the log and the operator: a status code or a kind of fault, never an address or a server's free text.</param>
public sealed record MailOutcome(MailResult Result, string Detail)
{
    public static MailOutcome Sent { get; } = new(MailResult.Sent, "sent");

    /// <summary>
    /// Whether the server has said in a reply that it does not take the mail. Where the line broke or time ran out instead,
    /// it may have taken it all the same.
    /// </summary>
    public bool IsTurnedDown => Result != MailResult.Sent && Detail is ['4' or '5', >= '0' and <= '9', >= '0' and <= '9'];

    /// <summary>Of a mail that was sent: the recipients who did not get it.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];
}

/// <summary>Kinds of outcomes.</summary>
public enum MailResult
{
    /// <summary>The next server has taken it over.</summary>
    Sent,

    /// <summary>It may go through later.</summary>
    Failed,

    /// <summary>The server has refused it or its sender for good, as far as it says.</summary>
    Refused,

    /// <summary>The server has refused the recipient for good.</summary>
    RecipientRefused,
}
