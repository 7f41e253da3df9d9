using System.Globalization;
using FacialParalysisSite.Content.ClinicFacts;

namespace FacialParalysisSite.Web.Machines;

/// <summary>Whom to tell of a fault in the site's security (RFC 9116): the clinic, in the ways that it has published.</summary>
internal static class SecurityFile
{
    public const string Address = "/.well-known/security.txt";

    /// <summary>For how long what it says may be relied on. The RFC advises less than a year.</summary>
    private const int Days = 180;

    /// <param name="clinic">The clinic.</param>
    /// <param name="origin">Scheme and host of the site.</param>
    /// <param name="now">The present.</param>
    public static string Write(Clinic clinic, string origin, DateTimeOffset now)
    {
        var contacts = new[] { clinic.Email is null ? null : "mailto:" + clinic.Email, clinic.Phone.Link }.OfType<string>();
        var expires = now.UtcDateTime.Date.AddDays(Days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return string.Concat(contacts.Select(contact => $"Contact: {contact}\n"))
            + $"Expires: {expires}\nPreferred-Languages: en\nCanonical: {origin}{Address}\n";
    }
}
