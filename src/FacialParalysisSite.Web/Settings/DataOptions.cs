namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Data</c>.</summary>
internal sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>The folder in which the site keeps what it must not lose.</summary>
    public string Root { get; set; } = "data";

    /// <summary>
    /// A file with the certificate and private key with which what people write is sealed: PFX, or PEM with both. Empty
    /// for none.
    /// </summary>
    public string Certificate { get; set; } = "";

    /// <summary>The password of <see cref="Certificate"/> and of the old ones; empty for none.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Files with earlier certificates: what was sealed with their help can still be opened.</summary>
    public IList<string> OldCertificates { get; } = [];

    /// <summary>For how many days what people wrote is kept after the clinic got it.</summary>
    public int KeepDeliveredDays { get; set; } = 30;

    /// <summary>The same as a length of time.</summary>
    public TimeSpan KeepDelivered => TimeSpan.FromDays(KeepDeliveredDays);

    /// <summary>The database file.</summary>
    public string DatabaseFile => Path.Combine(Root, "site.db");

    /// <summary>Where the last good version of every content file is kept.</summary>
    public string ContentStore => Path.Combine(Root, "content");

    /// <summary>Where the pictures are that were made small.</summary>
    public string Pictures => Path.Combine(Root, "images");

    /// <summary>Where mails are written that are not sent.</summary>
    public string PickupFolder => Path.Combine(Root, "mail");
}
