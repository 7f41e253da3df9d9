namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Mail</c>.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The site's own address, from which all mails come.</summary>
    public string From { get; set; } = "";

    /// <summary>The clinic's addresses, separated by commas.</summary>
    public string To { get; set; } = "";

    /// <summary>Each of the clinic's addresses.</summary>
    public IReadOnlyList<string> Recipients => To.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
