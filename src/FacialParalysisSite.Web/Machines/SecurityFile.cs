using System.Globalization;
using System.Text;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;

namespace FacialParalysisSite.Web.Machines;

/// <summary>
/// Whom to tell of a fault in the site's security (RFC 9116). It holds as long as staff say so, and is not there any more
/// from then on: a date that renewed itself would vouch for a contact that nobody has looked at.
/// </summary>
internal static class SecurityFile
{
    /// <param name="catalog">What is published.</param>
    /// <param name="origin">Scheme and host of the site.</param>
    /// <returns>The file; null where nobody is named.</returns>
    public static byte[]? Write(ContentCatalog catalog, string origin)
    {
        if (catalog.SecurityContact is not { } security)
        {
            return null;
        }

        var expires = catalog.EndOf(security.Until).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        // Section 2.5.2 wants this address to begin with https.
        var canonical = origin.StartsWith("https:", StringComparison.Ordinal) ? $"Canonical: {origin}{SiteAddresses.SecurityContact}\n" : "";
        return Encoding.UTF8.GetBytes($"Contact: {security.Contact}\nExpires: {expires}\nPreferred-Languages: en\n{canonical}");
    }
}
