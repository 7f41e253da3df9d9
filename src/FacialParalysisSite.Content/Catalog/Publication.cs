using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Pages;

namespace FacialParalysisSite.Content.Catalog;

/// <summary>Decides what is published at one moment.</summary>
internal sealed class Publication(ContentSettings settings, DateTimeOffset now)
{
    public DateTimeOffset Now => now;

    /// <summary>The day at the clinic.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, settings.TimeZone).DateTime);

    public Availability Of(Article article) => Of(StateOf(article));

    public Availability Of(Page page) => Of(StateOf(page));

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
        var reviews = set.Articles.Values.Select(article => article.Review).Concat(set.Pages.Values.Select(page => page.Review));
        var moments = set.Articles.Values.SelectMany(article => new[] { StartOf(article), EndOf(article.Expires) })
            .Concat(set.Pages.Values.Select(page => EndOf(page.Expires)))
            .Concat(reviews.Select(review => review?.Due.StartsAt(settings.TimeZone)))
            .Concat(set.Clinic?.Security is { } security ? [SoonOver(security.Until), EndOf(security.Until)] : []);
        return moments.Where(moment => moment > now).Min();
    }

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

    private DateTimeOffset SoonOver(ContentDate until) => EndOf(until).AddDays(-SecurityContact.WarningDays);

    private Availability Of(ContentState state) => state switch
    {
        ContentState.Published => Availability.Published,
        ContentState.Expired => Availability.Gone,
        _ => settings.ShowDrafts ? Availability.Preview : Availability.NotFound,
    };

    private DateTimeOffset? EndOf(ContentDate? expires) => expires is { } date ? EndOf(date) : null;
}
