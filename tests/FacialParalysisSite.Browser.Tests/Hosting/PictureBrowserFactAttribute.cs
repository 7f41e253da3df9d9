using FacialParalysisSite.Content.Tests.Pictures;

namespace FacialParalysisSite.Browser.Tests.Hosting;

/// <summary>A test that needs a browser and pictures that are made small. Without either it is skipped, and the reason is printed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PictureBrowserFactAttribute : FactAttribute
{
    public PictureBrowserFactAttribute() => Skip = Chromium.Missing ?? Vips.Missing;
}
