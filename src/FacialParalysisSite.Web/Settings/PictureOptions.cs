namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Pictures</c>.</summary>
internal sealed class PictureOptions
{
    public const string Section = "Pictures";

    /// <summary>The program that makes pictures small, its name or path. Empty to make none: pages show their places.</summary>
    public string Program { get; set; } = "vipsthumbnail";
}
