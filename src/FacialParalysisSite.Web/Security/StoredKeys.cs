using System.Xml;
using System.Xml.Linq;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Web.Security;

/// <summary>
/// Keeps the keys that protect form tokens in the database, so that a form opened before a restart or on an older
/// version of the site can still be sent.
/// </summary>
internal sealed class StoredKeys(IDbContextFactory<SiteDatabase> databases, ILogger<StoredKeys> log) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var database = databases.CreateDbContext();
        return database.DataProtectionKeys.AsNoTracking().AsEnumerable().Select(Parse).OfType<XElement>().ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var database = databases.CreateDbContext();
        database.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        database.SaveChanges();
    }

    /// <summary>A damaged key is left out: forms opened under it are shown again, and everything else works.</summary>
    private XElement? Parse(DataProtectionKey key)
    {
        try
        {
            return XElement.Parse(key.Xml);
        }
        catch (XmlException)
        {
            log.LogError("The key {Key} in the table DataProtectionKeys is damaged and is left out", key.Id);
            return null;
        }
    }
}
