namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Data</c>.</summary>
internal sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>The folder in which the site keeps what it must not lose.</summary>
    public string Root { get; set; } = "data";
}
