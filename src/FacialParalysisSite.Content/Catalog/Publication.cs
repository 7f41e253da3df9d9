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

    public Availability Of(Page page) => page.IsDraft ? Unpublished : Availability.Published;

    public DateTimeOffset StartOf(Article article) => article.Published.StartsAt(settings.TimeZone);

    public ReviewState ReviewStateOf(Article article) => article.Review switch
    {
        null => ReviewState.Awaiting,
        { Due: { } due } when due.StartsAt(settings.TimeZone) <= now => ReviewState.Overdue,
        _ => ReviewState.Reviewed,
    };

    /// <summary>The next moment at which anything changes because of the time.</summary>
    public DateTimeOffset? NextChange(ContentSet set)
    {
        var moments = set.Articles.Values.SelectMany(article => new[]
        {
            StartOf(article), EndOf(article), article.Review?.Due?.StartsAt(settings.TimeZone),
        });
        return moments.Where(moment => moment > now).Min();
    }

    private Availability Unpublished => settings.ShowDrafts ? Availability.Preview : Availability.NotFound;

    private DateTimeOffset? EndOf(Article article) => article.Expires?.EndsAt(settings.TimeZone);
}
