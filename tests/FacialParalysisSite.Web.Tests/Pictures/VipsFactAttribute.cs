namespace FacialParalysisSite.Web.Tests.Pictures;

/// <summary>A test that makes pictures small, for which the machine must have the program.</summary>
internal sealed class VipsFactAttribute : FactAttribute
{
    public VipsFactAttribute() => Skip =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "vipsthumbnail"))) ? null : "Not installed: libvips-tools.";
}
