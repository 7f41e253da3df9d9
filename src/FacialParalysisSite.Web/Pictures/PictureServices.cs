using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Pictures;

/// <summary>The pictures: made small in the background, and deleted where they are not shown any more.</summary>
internal static class PictureServices
{
    public static void AddPictures(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PictureKeeper(
            provider.GetRequiredService<ContentLibrary>(),
            provider.GetRequiredService<IOptions<ContentOptions>>().Value.Root,
            provider.GetRequiredService<IOptions<PictureOptions>>().Value.Program,
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<PictureWorker>();
        services.AddHostedService<PicturePurger>();
    }
}
