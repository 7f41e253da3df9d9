using System.Globalization;
using FacialParalysisSite.Consultations.Tests.Mail;
using FacialParalysisSite.Web.Tests.Hosting;
using FacialParalysisSite.Web.Tests.Security;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>Starts the site's program, again and again, over one data folder and in front of one mail server.</summary>
internal static class FaultySite
{
    /// <summary>Starts it with a certificate and without limits: one machine asks for everything, and the disk is small.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="content">Its content folder.</param>
    /// <param name="peer">Its mail server.</param>
    public static Task<RunningSite> StartAsync(string data, string content, SmtpPeer peer) => RunningSite.StartAsync(Settings(data, content, peer));

    /// <summary>The same, without waiting until it listens.</summary>
    public static RunningSite Begin(string data, string content, SmtpPeer peer) => RunningSite.Begin(Settings(data, content, peer));

    /// <summary>Waits until a mail server has a mail about every request; for as long as mails come, because a thousand lives leave many behind.</summary>
    public static async Task DeliveredAsync(SmtpPeer peer, IReadOnlyCollection<string> received)
    {
        var missing = received.ToHashSet(StringComparer.Ordinal);
        for (var seen = 0; missing.Count > 0;)
        {
            await Eventually.HoldsAsync(
                () => peer.Taken.Count > seen, "every request that was received is in a mail to the clinic", () => $"{received.Count} were received, {missing.Count} are missing.");
            var come = peer.Taken.Skip(seen).ToList();
            missing.ExceptWith(come.Select(mail => mail.Reference()));
            seen += come.Count;
        }
    }

    private static (string Name, string Value)[] Settings(string data, string content, SmtpPeer peer) =>
    [
        ("Data__Certificate", CertificateIn(content)),
        .. SiteProgram.Production(data), ("Site__BaseUrl", "http://127.0.0.1"), ("Content__Root", content), ("Limits__Requests", "1000000"), ("Limits__RequestsADay", "1000000"),
        ("Limits__Flood", "1000000"), ("Limits__Mails", "1000000"), ("Limits__FreeMegabytes", "0"),
        ("Smtp__Port", peer.Port.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The same at every start: what is stored is sealed with it.</summary>
    private static string CertificateIn(string folder)
    {
        var file = Path.Combine(Path.GetDirectoryName(folder)!, "site.pem");
        return File.Exists(file) ? file : CertificateFile.Pem(file);
    }
}
