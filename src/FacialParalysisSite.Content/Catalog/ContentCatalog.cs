using System.Collections.Concurrent;
using System.Collections.Frozen;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Home;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Related;
using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Content.Terms;

namespace FacialParalysisSite.Content.Catalog;

/// <summary>
/// Everything that is published at one moment, and nothing else. It never changes; when a file or the time changes
/// what is published, the library makes a new one. The only source of every page, list, feed and search.
/// </summary>
public sealed class ContentCatalog
{
    /// <summary>Articles to read next.</summary>
    private const int RelatedArticles = 3;

    private readonly Publication _publication;
    private readonly FrozenDictionary<string, Article> _articlesBySlug;
    private readonly FrozenDictionary<string, Page> _pagesBySlug;
    private readonly FrozenDictionary<string, GalleryCase> _casesBySlug;
    private readonly FrozenDictionary<string, string> _redirects;
    private readonly FrozenDictionary<string, Picture> _pictures;
    private readonly FrozenDictionary<string, PictureVariant> _variants;
    private readonly FrozenSet<string> _patientPictures;
    private readonly FrozenSet<string> _publishedFiles;
    private readonly FrozenSet<string> _illustrationFiles;
    private readonly bool _hasPatients;
    private readonly Glossary? _glossary;
    private readonly Lazy<ArticleNearness> _nearness;
    private readonly ConcurrentDictionary<Article, IReadOnlyList<Article>> _related = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<MarkdownBody, IReadOnlyList<Question>> _questions = new();

    /// <param name="set">What there is.</param>
    /// <param name="settings">What is published of it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="version">Grows with every catalog.</param>
    /// <param name="store">The pictures that have been made; null for none.</param>
    /// <param name="knowsPermissions">Whether the files of the gallery were looked at a short while ago.</param>
    internal ContentCatalog(ContentSet set, ContentSettings settings, DateTimeOffset now, long version, PictureStore? store, bool knowsPermissions)
    {
        _publication = new Publication(settings, now) { KnowsPermissions = knowsPermissions };
        Version = version;
        Clinic = set.Clinic ?? throw new InvalidOperationException("A catalog needs the clinic's facts.");
        Home = set.Home;
        Synonyms = set.Synonyms;
        _articlesBySlug = set.Articles.Values.ToFrozenDictionary(article => article.Slug, StringComparer.Ordinal);
        _pagesBySlug = set.Pages.Values.ToFrozenDictionary(page => page.Slug, StringComparer.Ordinal);
        Articles = Newest(set.Articles.Values.Where(article => _publication.Of(article) == Availability.Published));
        ArticlePreviews = Newest(set.Articles.Values.Where(article => _publication.Of(article) == Availability.Preview));
        Pages = set.Pages.Values.Where(page => _publication.Of(page) == Availability.Published)
            .OrderBy(page => page.Order).ThenBy(page => page.Title, StringComparer.Ordinal).ToList();
        _casesBySlug = set.Cases.Values.ToFrozenDictionary(item => item.Slug, StringComparer.Ordinal);
        _hasPatients = set.Cases.Values.Any(item => item.IsOfPatient);
        Cases = set.Cases.Values.Where(item => _publication.Of(item) == Availability.Published)
            .OrderByDescending(item => MomentOf(item.Published)).ThenBy(item => item.Title, StringComparer.Ordinal).ThenBy(item => item.Slug, StringComparer.Ordinal).ToList();
        Illustrations = Cases.Where(item => !item.IsOfPatient).ToList();
        _illustrationFiles = Illustrations.Select(item => item.File).ToFrozenSet(StringComparer.Ordinal);
        CasePreviews = set.Cases.Values.Where(item => _publication.Of(item) == Availability.Preview).OrderBy(item => item.Slug, StringComparer.Ordinal).ToList();
        Doors = (Home?.Doors ?? []).Where(door => FindArticle(door.Article).Availability == Availability.Published).ToList();
        Categories = set.Categories.Concat(Articles.Select(article => article.Category)).DistinctBy(category => category.Slug).ToList();
        Tags = set.Tags.Concat(Articles.SelectMany(article => article.Tags)).DistinctBy(tag => tag.Slug).ToList();
        _publishedFiles = Articles.Select(article => article.File).Concat(Pages.Select(page => page.File)).ToFrozenSet(StringComparer.Ordinal);
        var lists = Categories.Select(category => SiteAddresses.OfCategory(category.Slug)).Concat(Tags.Select(tag => SiteAddresses.OfTag(tag.Slug)));
        _redirects = Redirects.In(set, _publication, lists).ToFrozenDictionary(StringComparer.Ordinal);
        _patientPictures = set.Pictures.Values.Where(picture => picture.IsOfPatient).Select(picture => picture.Path).ToFrozenSet(StringComparer.Ordinal);
        var pictures = new PictureUses(set, _publication, store);
        _pictures = pictures.Shown().ToFrozenDictionary(picture => picture.Path, StringComparer.Ordinal);
        // Two files with the same bytes may have the same addresses.
        _variants = _pictures.Values.SelectMany(picture => picture.Variants)
            .DistinctBy(variant => variant.Address, StringComparer.Ordinal).ToFrozenDictionary(variant => variant.Address, StringComparer.Ordinal);
        WantedPictures = [.. _pictures.Values, .. pictures.ToCome(_pictures)];
        _glossary = FindPage(SiteAddresses.Glossary[1..]) is { Item.Body.Outline.Terms: { Count: > 0 } terms, Availability: Availability.Published }
            ? new Glossary(SiteAddresses.Glossary, terms)
            : null;
        _nearness = new Lazy<ArticleNearness>(() => new ArticleNearness(Articles));
        ValidUntil = _publication.NextChange(set);
    }

    /// <summary>Grows with every catalog of a library: two catalogs with the same version are the same.</summary>
    public long Version { get; }

    /// <summary>The moment for which it was made.</summary>
    public DateTimeOffset ValidFrom => _publication.Now;

    /// <summary>The moment from which another one is needed because the time changes what is published; null for never.</summary>
    public DateTimeOffset? ValidUntil { get; }

    public Clinic Clinic { get; }

    /// <summary>Whom to tell of a fault in the site's security; null where nobody is named, or no longer.</summary>
    public SecurityContact? SecurityContact => Clinic.Security is { } contact && _publication.Holds(contact) ? contact : null;

    /// <summary>What people say for what the pages say.</summary>
    internal Synonyms Synonyms { get; }

    /// <summary>The words of the first page; null where there are none.</summary>
    public HomePage? Home { get; }

    /// <summary>The doors of the first page whose articles are published.</summary>
    public IReadOnlyList<Door> Doors { get; }

    /// <summary>The published articles, the newest first.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>Articles that are not published; empty unless drafts may be looked at here.</summary>
    public IReadOnlyList<Article> ArticlePreviews { get; }

    /// <summary>The published cases of the gallery, the newest first. None of a patient is among them whose permission does not hold.</summary>
    public IReadOnlyList<GalleryCase> Cases { get; }

    /// <summary>Cases that are not published; empty unless drafts may be looked at here. None is of a patient whose permission does not hold.</summary>
    public IReadOnlyList<GalleryCase> CasePreviews { get; }

    /// <summary>The published cases that show nobody. What gives away words of a case knows these alone: a permission covers the website, and not what others repeat of it.</summary>
    internal IReadOnlyList<GalleryCase> Illustrations { get; }

    /// <summary>The published pages, in the order of menus.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>The categories in the order of their file, also those without articles.</summary>
    public IReadOnlyList<Category> Categories { get; }

    /// <summary>The tags in the order of their file, also those without articles.</summary>
    public IReadOnlyList<Tag> Tags { get; }

    public IEnumerable<Page> MenuPages(Menu menu) => Pages.Where(page => page.Menu == menu);

    public Found<Article> FindArticle(string slug) => Find(_articlesBySlug.GetValueOrDefault(slug), article => _publication.Of(article));

    public Found<Page> FindPage(string slug) => Find(_pagesBySlug.GetValueOrDefault(slug), page => _publication.Of(page));

    /// <summary>A case; gone is also one that never was.</summary>
    public Found<GalleryCase> FindCase(string slug) =>
        _casesBySlug.GetValueOrDefault(slug) is { } item ? Find(item, _publication.Of) : new Found<GalleryCase>(null, Availability.Gone);

    public Category? FindCategory(string slug) => Categories.FirstOrDefault(category => category.Slug == slug);

    public Tag? FindTag(string slug) => Tags.FirstOrDefault(tag => tag.Slug == slug);

    /// <summary>A picture by the path of its original, such as <c>images/nerve.png</c>; null where it is faulty, nothing that can be seen shows it, or it is a patient's.</summary>
    public Picture? PictureOf(string path) => _pictures.GetValueOrDefault(path) is { IsPrivate: false } picture ? picture : null;

    /// <summary>Whether a picture is a patient's. Outside of a case, not even its words are shown: they may describe the patient.</summary>
    public bool IsOfPatient(string path) => PatientPictures.Has(path) || _patientPictures.Contains(path);

    /// <summary>A picture of a case; null where the case cannot be seen.</summary>
    public Picture? PictureOf(CasePicture picture) => _pictures.GetValueOrDefault(picture.Path);

    /// <summary>What is served at an address below <c>/pictures/</c>; null for nothing.</summary>
    public PictureVariant? FindPicture(string address) => _variants.GetValueOrDefault(address);

    /// <summary>The pictures to be made small: first what can be seen, then what waits for its day.</summary>
    internal IReadOnlyList<Picture> WantedPictures { get; }

    /// <summary>Where an older address, in lower case and without a slash at its end, leads now; null where it leads nowhere.</summary>
    public string? FindRedirect(string address) => _redirects.GetValueOrDefault(address);

    /// <summary>Published articles of a category, the newest first.</summary>
    public IReadOnlyList<Article> ArticlesIn(Category category) => Articles.Where(article => article.Category.Slug == category.Slug).ToList();

    /// <summary>Published articles with a tag, the newest first.</summary>
    public IReadOnlyList<Article> ArticlesTagged(Tag tag) => Articles.Where(article => article.Tags.Any(own => own.Slug == tag.Slug)).ToList();

    /// <summary>
    /// Published articles to read next: those that staff chose, then the nearest by their words. Three, as long as there
    /// are four articles.
    /// </summary>
    public IReadOnlyList<Article> RelatedTo(Article article) => _related.GetOrAdd(article, FindRelated);

    /// <summary>Reads the words by which articles are near to each other, so that nobody who reads an article waits for it. Where it is not called, the first one does.</summary>
    public void PrepareRelated() => _ = _nearness.Value;

    /// <summary>What stands before and behind an article in the list of its category.</summary>
    public Neighbours NeighboursOf(Article article) => Neighbours.In(ArticlesIn(article.Category), article);

    /// <summary>The moment that a date means: its time, or where it has none the first moment of the day at the clinic.</summary>
    public DateTimeOffset MomentOf(ContentDate date) => _publication.MomentOf(date);

    /// <summary>The moment at which what lasts until a date is over.</summary>
    public DateTimeOffset EndOf(ContentDate date) => _publication.EndOf(date);

    public ReviewState StateOf(Review? review) => _publication.StateOf(review);

    /// <summary>The page that takes the place of a category's plain list; null where it has none.</summary>
    public Page? HubOf(Category category) => Pages.FirstOrDefault(page => page.Category?.Slug == category.Slug);

    /// <summary>The address of the list of a category's articles: its hub, where it has one.</summary>
    public string AddressOf(Category category) => HubOf(category)?.Address ?? SiteAddresses.OfCategory(category.Slug);

    /// <summary>The questions that a page asks and answers; none where it is not marked as such a page.</summary>
    public IReadOnlyList<Question> QuestionsOf(Page page) => page.HasQuestions ? _questions.GetOrAdd(page.Body, body => body.Questions(Clinic)) : [];

    /// <summary>The HTML of an article's text. The first use of each term of the glossary leads there.</summary>
    public string HtmlOf(Article article) => HtmlOf(article.Body, _glossary);

    /// <summary>The HTML of a text.</summary>
    public string HtmlOf(MarkdownBody body) => HtmlOf(body, glossary: null);

    /// <summary>Rendered each time: kept are whole pages, by who serves them. Links to what is not published are plain words.</summary>
    private string HtmlOf(MarkdownBody body, Glossary? glossary) => body.Render(AddressOf, PictureOf, Clinic, glossary, IsOfPatient);

    /// <summary>Whether a search may lead to a page, an article or a case now, by the path of its file. It never does to a patient.</summary>
    internal bool MayBeFound(string file) => _publishedFiles.Contains(file) || _illustrationFiles.Contains(file);

    /// <summary>Whether it shows of patients what may be shown.</summary>
    /// <param name="permissionsAreKnown">Whether it is known at this moment which permissions hold.</param>
    internal bool ShowsPatients(bool permissionsAreKnown) => !_hasPatients || _publication.KnowsPermissions == permissionsAreKnown;

    private string? AddressOf(string file)
    {
        if (!_publishedFiles.Contains(file))
        {
            return null;
        }

        var slug = Path.GetFileNameWithoutExtension(file);
        return file.StartsWith("articles/", StringComparison.Ordinal) ? SiteAddresses.OfArticle(slug) : SiteAddresses.OfPage(slug);
    }

    private List<Article> FindRelated(Article article)
    {
        var chosen = article.Related.Select(slug => FindArticle(slug)).Where(found => found.Availability == Availability.Published).Select(found => found.Item!).ToList();
        return chosen.Concat(_nearness.Value.NearestTo(article, RelatedArticles + chosen.Count)).Where(other => other.Slug != article.Slug)
            .DistinctBy(other => other.Slug).Take(RelatedArticles).ToList();
    }

    private static Found<T> Find<T>(T? item, Func<T, Availability> availability)
        where T : class
    {
        if (item is null)
        {
            return new Found<T>(null, Availability.NotFound);
        }

        var now = availability(item);
        return new Found<T>(now is Availability.Published or Availability.Preview ? item : null, now);
    }

    private List<Article> Newest(IEnumerable<Article> articles) =>
        articles.OrderByDescending(article => _publication.StartOf(article)).ThenBy(article => article.Title, StringComparer.Ordinal)
            .ThenBy(article => article.Slug, StringComparer.Ordinal).ToList();
}
