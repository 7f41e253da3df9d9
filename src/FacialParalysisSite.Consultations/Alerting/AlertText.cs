using System.Globalization;
using FacialParalysisSite.Consultations.Outbox;

namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>The words of what somebody is told: counts, times, references and what to do, and nothing of a person.</summary>
internal sealed class AlertText(AlertSettings settings)
{
    private const string LookAtMail =
        "Patients wait for an answer. On the machine of the website, \"mail test ADDRESS\" says what is wrong with the way of the mails, "
        + "\"requests list --waiting\" which requests wait, and \"requests show REFERENCE\" what one says, so that the clinic can answer before the mails go through.";

    public static Noticed DatabaseUnusable(string why) => new(
        TitleOf(AlertKind.Database),
        $"The website's database cannot be used ({why}). No consultation request can be taken; the form shows the telephone number.",
        "Look whether the disk is full, and at the last lines of the website's log. If the file is damaged, stop the website and bring back the last backup.");

    public static Noticed NoRoom(string lack) => new(
        TitleOf(AlertKind.Room),
        $"The website takes no more consultation requests: {lack}. The form shows the telephone number. Requests that were taken are still sent.",
        "Make room on the disk. If \"requests list\" shows a flood, look where it comes from; if it does not, set Limits:FreeMegabytes or Limits:DatabaseMegabytes.");

    public static Noticed OutboxStuck(TimeSpan silence) => new(
        TitleOf(AlertKind.Outbox),
        $"The website has not come to sending mails for {Words(silence)}. Consultation requests are stored and wait.",
        "Look at the last lines of the website's log, and start the website anew.");

    public static Noticed UpkeepStuck(TimeSpan silence) => new(
        TitleOf(AlertKind.Upkeep),
        $"The website has not come to the end of wiping for {Words(silence)}. What patients wrote is kept for longer than it should be.",
        "Look at the last lines of the website's log. The disk may have no room for two copies of the database, another program may hold it, "
        + "the website's user may not be allowed to delete mails in data/mail, or the clock may be wrong.");

    /// <param name="fault">The kind of fault: what it says itself may hold something of a person.</param>
    public static Noticed WatchBlind(string fault) => new(
        TitleOf(AlertKind.Watch),
        $"The website cannot look for what is wrong ({fault}). Until it can, you are told of nothing else.",
        "Look at the last lines of the website's log, and start the website anew. If that does not help, look yourself: \"requests list --waiting\" shows what waits.");

    public Noticed RequestsRefused(RecentRefusals refused) => new(
        TitleOf(AlertKind.Refusals),
        $"People who asked for a consultation were told to call instead: {refused.Count}, the last on {At(refused.LastAt)}, because {refused.Why}.",
        "Look at the lines of the website's log that say \"asked to call\". Another program may hold the database for some time again and again, its disk may be slow or nearly full, "
        + "or there may be a flood of requests.");

    public Noticed FilesHarmed(RecentHarm harm) => new(
        TitleOf(AlertKind.Harm),
        $"Somebody deletes, moves or replaces files of the website while it runs: {harm.Count} times, the last on {At(harm.LastAt)}. {string.Join(' ', harm.What)}",
        "Find out who or what does it: a job that tidies up, a restore without a stop, a second website. Nothing below Data:Root may be touched while the website runs.")
    {
        NewestAt = harm.LastAt,
    };

    public Noticed DatabaseBegun(RecentHarm begun) => new(
        TitleOf(AlertKind.NewDatabase),
        $"There was no database at {begun.What[^1]}, so that the website began a new one on {At(begun.LastAt)}.",
        "After the first start there is nothing to do. If the website ran there before, the folder was emptied or its disk is not mounted: stop the website, mount the disk or bring back the last backup, and start again.");

    public Noticed MailLate(LateBacklog mails) => new(
        TitleOf(AlertKind.LateMail),
        $"Mails to the clinic that have not gone through: {mails.Waiting}, the oldest for {Words(mails.Age)}, since {At(mails.OldestSince)}. {Requests(mails.References)}",
        LookAtMail + " The website goes on trying.")
    {
        NewestAt = mails.NewestAt,
    };

    public static Noticed MailAbandoned(AbandonedMails mails) => new(
        TitleOf(AlertKind.AbandonedMail),
        $"Mails to the clinic that were given up after five days of trying: {mails.Count}{Reached(mails)}. {Requests(mails.References)}",
        LookAtMail + " \"requests resend REFERENCE\" sends one again once the mails go through. Where an address in Mail:To is dead, take it out. "
        + "What another address has got is wiped after its days; what none has got is kept until it is sent or purged.")
    {
        NewestAt = mails.NewestAt,
    };

    public static Noticed MailUnopened(int count) => new(
        TitleOf(AlertKind.UnopenedMail),
        $"Mails to the clinic that cannot be opened: {count}. Their key is missing, or they are damaged. They are kept, and none goes out until its key is back.",
        "Bring back the certificate under which they were sealed (Data:Certificate, Data:OldCertificates) and start the website anew. "
        + "\"requests list --waiting\" names the requests.");

    public Alert Began(Noticed noticed, string id, DateTimeOffset since) => new(id, $"Website: {noticed.Title}",
        $"{noticed.Facts}\n\n{noticed.Advice}\n\nNoticed on {At(since)}. You are told again in 24 hours if it lasts, and once when it is over.\n");

    public Alert GoesOn(Noticed noticed, string id, DateTimeOffset since) => new(id, $"Website: more {noticed.Title}",
        $"{noticed.Facts}\n\n{noticed.Advice}\n\nThis has lasted since {At(since)}, and there is more of it since you were told last. You are told of more at most once an hour, and once when it is over.\n");

    public Alert Lasts(Noticed noticed, string id, DateTimeOffset since) => new(id, $"Website: still {noticed.Title}",
        $"{noticed.Facts}\n\n{noticed.Advice}\n\nThis has lasted since {At(since)}. You are told again in 24 hours if it goes on, and once when it is over.\n");

    public Alert IsOver(string title, string id, DateTimeOffset since, DateTimeOffset now) => new(id, $"Website: over: {title}",
        $"It is over: {title}.\n\nIt was noticed on {At(since)} and was over by {At(now)}.\n");

    /// <summary>What a kind is called where only the kind is known any more.</summary>
    public static string TitleOf(AlertKind kind) => kind switch
    {
        AlertKind.Database => "the database cannot be used",
        AlertKind.Room => "there is no room for more requests",
        AlertKind.LateMail => "mail to the clinic is late",
        AlertKind.AbandonedMail => "mail to the clinic was given up",
        AlertKind.UnopenedMail => "mail to the clinic cannot be opened",
        AlertKind.Outbox => "no mails are sent",
        AlertKind.Refusals => "requests are refused",
        AlertKind.Harm => "files are taken away",
        AlertKind.NewDatabase => "a new database was begun",
        AlertKind.Watch => "alerts are blind",
        _ => "what patients wrote is not wiped",
    };

    public string At(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, settings.Zone).ToString("dddd, MMMM d, yyyy, HH:mm (zzz)", CultureInfo.InvariantCulture);

    public static string Words(TimeSpan time) => time switch
    {
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalMinutes)} minutes"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours)} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalDays)} days"),
    };

    private static string Reached(AbandonedMails mails) => mails.Reached == 0 ? "" : $", of which {mails.Reached} reached some of the clinic's addresses and not the others";

    private static string Requests(IReadOnlyList<string> references) => $"The oldest: {string.Join(", ", references)}.";
}
