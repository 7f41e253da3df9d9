using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Pages;

namespace FacialParalysisSite.Content.Catalog;

/// <summary>Decides what is published at one moment.</summary>
internal sealed class Publication(ContentSettings settings, DateTimeOffset now)
{
    public DateTimeOffset Now => now;

    /// <summary>The day at the clinic.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, settings.TimeZone).DateTime);

    /// <summary>
    /// Whether the files that say who may be shown were looked at a short while ago. Nobody is shown by a permission that
    /// may have been withdrawn where nobody can see it.
    /// </summary>
    public bool KnowsPermissions { get; init; } = true;

    public Availability Of(Article article) => Of(StateOf(article));

    public Availability Of(Page page) => Of(StateOf(page));

    /// <summary>What there is of a case. That one was taken down is not told apart from that there never was one: either says something of a patient.</summary>
    public Availability Of(GalleryCase item) => StateOf(item) switch
    {
        ContentState.Published => Availability.Published,
        ContentState.Withheld => Availability.Gone,
        _ => settings.ShowDrafts ? Availability.Preview : Availability.Gone,
    };

    public ContentState StateOf(Article article) => article switch
    {
        { IsDraft: true } => ContentState.Draft,
        { Review: null } when settings.RequireReview => ContentState.AwaitingReview,
        _ when StartOf(article) > now => ContentState.Scheduled,
        _ => EndOf(article.Expires) <= now ? ContentState.Expired : ContentState.Published,
    };

    public ContentState StateOf(Page page) => page switch
    {
        { IsDraft: true } => ContentState.Draft,
        { IsClinical: true, Review: null } when settings.RequireReview => ContentState.AwaitingReview,
        _ => EndOf(page.Expires) <= now ? ContentState.Expired : ContentState.Published,
    };

    /// <summary>A patient's permission comes before all else: not even as a draft is one shown without it.</summary>
    public ContentState StateOf(GalleryCase item) => item switch
    {
        { IsOfPatient: true } when !KnowsPermissions || item.Authorization?.HoldsAt(now, settings.TimeZone) != true => ContentState.Withheld,
        { IsDraft: true } => ContentState.Draft,
        { Review: null } when settings.RequireReview => ContentState.AwaitingReview,
        _ => MomentOf(item.Published) > now ? ContentState.Scheduled : ContentState.Published,
    };

    public DateTimeOffset StartOf(Article article) => MomentOf(article.Published);

    public DateTimeOffset MomentOf(ContentDate date) => date.StartsAt(settings.TimeZone);

    public DateTimeOffset EndOf(ContentDate date) => date.EndsAt(settings.TimeZone);

    public ReviewState StateOf(Review? review) => review switch
    {
        null => ReviewState.Awaiting,
        { Due: var due } when due.StartsAt(settings.TimeZone) <= now => ReviewState.Overdue,
        _ => ReviewState.Reviewed,
    };

    /// <summary>The next moment at which anything changes because of the time.</summary>
    public DateTimeOffset? NextChange(ContentSet set)
    {
        var reviews = set.Articles.Values.Select(article => article.Review).Concat(set.Pages.Values.Select(page => page.Review))
            .Concat(set.Cases.Values.Select(item => item.Review));
        var permissions = set.Cases.Values.Select(item => item.Authorization).OfType<Authorization>();
        var moments = set.Articles.Values.SelectMany(article => new[] { StartOf(article), EndOf(article.Expires) })
            .Concat(set.Pages.Values.Select(page => EndOf(page.Expires)))
            .Concat(set.Cases.Values.Select(item => (DateTimeOffset?)MomentOf(item.Published)))
            .Concat(permissions.SelectMany(permission => new DateTimeOffset?[] { MomentOf(permission.SignedOn), SoonOver(permission), EndOf(permission.Expires) }))
            .Concat(reviews.Select(review => review?.Due.StartsAt(settings.TimeZone)))
            .Concat(set.Clinic?.Security is { } security ? [SoonOver(security.Until), EndOf(security.Until)] : []);
        return moments.Where(moment => moment > now).Min();
    }

    /// <summary>How many days a permission still holds, the last one included, where somebody should ask for a new one; null where there is time.</summary>
    public int? DaysLeft(Authorization permission) =>
        SoonOver(permission) <= now ? Math.Max(0, permission.Expires.Day.DayNumber - Today.DayNumber + 1) : null;

    /// <summary>Whether a contact for faults in the site's security may still be relied on.</summary>
    public bool Holds(SecurityContact contact) => now < EndOf(contact.Until);

    /// <summary>What is to be said of the date until which such a contact holds; null for nothing.</summary>
    public string? FaultOf(ContentDate until) => until switch
    {
        _ when EndOf(until) <= now => "The day until which people may tell of faults in the site's security is over, and nobody is named for that any more.",
        _ when SoonOver(until) <= now => $"The day until which people may tell of faults in the site's security comes within {SecurityContact.WarningDays} days.",
        _ when until.Day > Today.AddDays(SecurityContact.MostDays) => "The day until which people may tell of faults in the site's security is more than a year away.",
        _ => null,
    };

    private DateTimeOffset SoonOver(Authorization permission) => EndOf(permission.Expires).AddDays(-Authorization.WarningDays);

    private DateTimeOffset SoonOver(ContentDate until) => EndOf(until).AddDays(-SecurityContact.WarningDays);

    private Availability Of(ContentState state) => state switch
    {
        ContentState.Published => Availability.Published,
        ContentState.Expired => Availability.Gone,
        _ => settings.ShowDrafts ? Availability.Preview : Availability.NotFound,
    };

    private DateTimeOffset? EndOf(ContentDate? expires) => expires is { } date ? EndOf(date) : null;
}
