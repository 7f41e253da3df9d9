namespace FacialParalysisSite.Consultations.Mail;

/// <summary>How the mail server is reached.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port: 587 for mail from programs (RFC 6409), 465 with implicit TLS (RFC 8314).</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="UserName">The account; null for none.</param>
/// <param name="Password">Its password.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? UserName, string? Password)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port} {Security}";
}

/// <summary>How a connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS is begun on the open connection, and nothing is sent without it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Implicit,

    /// <summary>No TLS: only for a server on this machine.</summary>
    None,
}
