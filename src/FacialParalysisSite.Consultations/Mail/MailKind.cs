namespace FacialParalysisSite.Consultations.Mail;

/// <summary>Who a mail is for and why.</summary>
internal enum MailKind
{
    /// <summary>To the clinic: a new request.</summary>
    Request,

    /// <summary>To the clinic: a request it knows, corrected.</summary>
    Correction,

    /// <summary>To the person: the request has arrived.</summary>
    Receipt,
}
