namespace FacialParalysisSite.Consultations.Mail;

/// <summary>Who mails are from and for.</summary>
/// <param name="From">The site's own address.</param>
/// <param name="To">The clinic's addresses.</param>
public sealed record MailSettings(string From, IReadOnlyList<string> To);
