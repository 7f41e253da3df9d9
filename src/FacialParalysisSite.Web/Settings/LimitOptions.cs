using FacialParalysisSite.Consultations.Outbox;

namespace FacialParalysisSite.Web.Settings;

/// <summary>The settings below <c>Limits</c>: how much the site takes, so that a flood fills neither disk nor mailbox.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Requests of one client in <see cref="Minutes"/>: a clinic of fifty people behind one address gets through.</summary>
    public int Requests { get; set; } = 60;

    /// <summary>Requests of one client in a day: a clinic of fifty gets through, and one machine alone does not fill the database within a week.</summary>
    public int RequestsADay { get; set; } = 300;

    /// <summary>Requests of all clients in <see cref="Minutes"/> that make a flood: far more than patients have ever sent.</summary>
    public int Flood { get; set; } = 100;

    /// <summary>Requests of one client in <see cref="Minutes"/> while there is a flood.</summary>
    public int InFlood { get; set; } = 5;

    public int Minutes { get; set; } = 10;

    /// <summary>Requests an hour that go to the clinic in mails of their own; further ones are gathered.</summary>
    public int Mails { get; set; } = DigestPolicy.UsualMailsAnHour;

    /// <summary>
    /// What the disk must have left for another request, in MB: room for the mails of those that were accepted, and for
    /// the log.
    /// </summary>
    public int FreeMegabytes { get; set; } = 300;

    /// <summary>
    /// What the database may hold, in MB: at 5 KB a request tens of thousands within the days that they are kept. More
    /// would take memory and a long time to write anew without what was wiped. Requests that programs may have filled in get
    /// half of it.
    /// </summary>
    public int DatabaseMegabytes { get; set; } = 100;

    public TimeSpan Window => TimeSpan.FromMinutes(Minutes);
}
