using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.People;

namespace FacialParalysisSite.Content.Linking;

/// <summary>
/// Puts people as they are now into last good versions, which have them as they were: what is said of somebody may have
/// been taken back since, such as that the clinic has confirmed who reviews.
/// </summary>
/// <param name="people">The people, by the paths of their files.</param>
internal sealed class PeopleOfToday(IReadOnlyDictionary<string, Person> people)
{
    public Article In(Article article) => article with { Author = Now(article.Author), Review = In(article.Review) };

    public Page In(Page page) => page with { People = page.People.Select(Now).ToList(), Review = In(page.Review) };

    public GalleryCase In(GalleryCase item) => item with { Review = In(item.Review) };

    private Review? In(Review? review) => review is null ? null : review with { Reviewer = Now(review.Reviewer) };

    private Person Now(Person person) => people.GetValueOrDefault($"people/{person.Slug}.md") ?? person;
}
