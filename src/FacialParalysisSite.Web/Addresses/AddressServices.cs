namespace FacialParalysisSite.Web.Addresses;

/// <summary>One address for every page.</summary>
internal static class AddressServices
{
    public static void UseCanonicalAddresses(this WebApplication app) => app.UseMiddleware<CanonicalAddresses>();
}
