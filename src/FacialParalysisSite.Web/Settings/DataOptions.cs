namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Data</c>.</summary>
internal sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>The folder in which the site keeps what it must not lose.</summary>
    public string Root { get; set; } = "data";

    /// <summary>The database file.</summary>
    public string DatabaseFile => Path.Combine(Root, "site.db");

    /// <summary>Where the last good version of every content file is kept.</summary>
    public string ContentStore => Path.Combine(Root, "content");

    /// <summary>Where mails are written that are not sent.</summary>
    public string PickupFolder => Path.Combine(Root, "mail");
}
