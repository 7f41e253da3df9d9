using FacialParalysisSite.Consultations.Mail;

namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Smtp</c>: the mail server that takes the site's mails.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Smtp";

    /// <summary>Its name; empty for none, in Development only.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port; by default the usual one for <see cref="Security"/>.</summary>
    public int? Port { get; set; }

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>The account; empty for none.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Whether mails are sent at all, or only written to files.</summary>
    public bool IsConfigured => Host.Length > 0;

    /// <summary>Only after validation.</summary>
    public SmtpSettings ToSettings() =>
        new(Host, Port ?? UsualPort, Security, UserName.Length == 0 ? null : UserName, Password.Length == 0 ? null : Password);

    /// <summary>RFC 8314, sections 3.3 and 7.3; RFC 5321, section 4.5.4.2.</summary>
    private int UsualPort => Security switch
    {
        SmtpSecurity.Implicit => 465,
        SmtpSecurity.None => 25,
        _ => 587,
    };
}
