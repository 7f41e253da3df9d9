using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Pages;

namespace FacialParalysisSite.Content.Catalog;

/// <summary>Decides what is published at one moment.</summary>
internal sealed class Publication(ContentSettings settings, DateTimeOffset now)
{
    public DateTimeOffset Now => now;

    public Availability Of(Article article)
    {
        if (article.IsDraft || StartOf(article) > now || (settings.RequireReview && article.Review is null))
        {
            return Unpublished;
        }

        return EndOf(article) <= now ? Availability.Gone : Availability.Published;
    }

    public Availability Of(Page page) =>
        page.IsDraft || (settings.RequireReview && page is { IsClinical: true, Review: null }) ? Unpublished : Availability.Published;

    public DateTimeOffset StartOf(Article article) => article.Published.StartsAt(settings.TimeZone);

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
        var moments = set.Articles.Values.SelectMany(article => new[] { StartOf(article), EndOf(article) })
            .Concat(reviews.Select(review => review?.Due.StartsAt(settings.TimeZone)));
        return moments.Where(moment => moment > now).Min();
    }

    private Availability Unpublished => settings.ShowDrafts ? Availability.Preview : Availability.NotFound;

    private DateTimeOffset? EndOf(Article article) => article.Expires?.EndsAt(settings.TimeZone);
}
