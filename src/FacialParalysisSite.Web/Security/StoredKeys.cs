using System.Collections.Concurrent;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Web.Security;

/// <summary>
/// Keeps the keys of one ring in the database: a form opened before a restart or on an older version of the site can
/// still be sent, and what was sealed can still be opened. None is ever deleted.
/// </summary>
internal sealed class StoredKeys(IDbContextFactory<SiteDatabase> databases, KeyRing ring, ILogger<StoredKeys> log) : IXmlRepository
{
    /// <summary>Those that are in the log already.</summary>
    private readonly ConcurrentDictionary<int, bool> _damaged = new();

    /// <summary>
    /// Every key that has the form of one. What has not is left out, and twins too: one of them would take down all the
    /// others. A key that has the form and cannot be decrypted the framework itself leaves out.
    /// </summary>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var database = databases.CreateDbContext();
        var known = new HashSet<Guid>();
        return database.DataProtectionKeys.AsNoTracking().Where(key => key.Ring == ring).OrderBy(key => key.Id).AsEnumerable()
            .Select(key => Parse(key, known)).OfType<XElement>().ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var database = databases.CreateDbContext();
        database.DataProtectionKeys.Add(new DataProtectionKey { Ring = ring, FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });

        // The framework cannot wait for it in another way.
        database.SaveChangesAsync().GetAwaiter().GetResult();
    }

    /// <summary>A damaged key is left out: forms opened under it are shown again, and everything else works.</summary>
    private XElement? Parse(DataProtectionKey key, HashSet<Guid> known)
    {
        try
        {
            var element = XElement.Parse(key.Xml);
            if (IsKey(element, known) || IsRevocation(element))
            {
                return element;
            }
        }
        catch (XmlException)
        {
            // As damaged as one that lacks something.
        }

        if (_damaged.TryAdd(key.Id, true))
        {
            log.LogError("The key {Key} in the table DataProtectionKeys is damaged and is left out", key.Id);
        }

        return null;
    }

    private static bool IsKey(XElement element, HashSet<Guid> known) =>
        element.Name == "key"
        && Guid.TryParse(element.Attribute("id")?.Value, out var id)
        && IsMoment(element.Element("creationDate")) && IsMoment(element.Element("activationDate")) && IsMoment(element.Element("expirationDate"))
        && element.Element("descriptor")?.Attribute("deserializerType") is not null
        && known.Add(id);

    private static bool IsRevocation(XElement element) =>
        element.Name == "revocation"
        && IsMoment(element.Element("revocationDate"))
        && element.Element("key")?.Attribute("id")?.Value is { } id && (id == "*" || Guid.TryParse(id, out _));

    private static bool IsMoment(XElement? element) => DateTimeOffset.TryParse(element?.Value, CultureInfo.InvariantCulture, out _);
}
