namespace FacialParalysisSite.Web.StructuredData;

/// <summary>What pages say once more for programs.</summary>
internal static class StructuredDataServices
{
    public static void AddStructuredData(this IServiceCollection services) => services.AddScoped<StructuredPage>();
}
