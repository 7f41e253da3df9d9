namespace FacialParalysisSite.Content;

/// <summary>The addresses of the site that content and pages lead to.</summary>
public static class SiteAddresses
{
    /// <summary>The list of all articles.</summary>
    public const string Articles = "/articles";

    /// <summary>The page whose terms the first uses in articles lead to, where there is one.</summary>
    public const string Glossary = "/glossary";

    /// <summary>The form in which people ask for a consultation.</summary>
    public const string Consultation = "/consultation";

    /// <summary>The search; what is looked for stands behind it as <c>?q=</c>.</summary>
    public const string Search = "/search";

    /// <summary>The list of all cases of the gallery.</summary>
    public const string Gallery = "/gallery";

    /// <summary>The newest articles for feed readers, as Atom.</summary>
    public const string AtomFeed = "/feed.xml";

    /// <summary>The newest articles for feed readers, as JSON Feed.</summary>
    public const string JsonFeed = "/feed.json";

    /// <summary>Every address for search engines.</summary>
    public const string Sitemap = "/sitemap.xml";

    /// <summary>What search engines may read.</summary>
    public const string Robots = "/robots.txt";

    /// <summary>Whom to tell of a fault in the site's security.</summary>
    public const string SecurityContact = "/.well-known/security.txt";

    /// <summary>How the site looks on the home screen of a telephone.</summary>
    public const string Manifest = "/site.webmanifest";

    /// <summary>
    /// First parts of addresses that belong to the site itself, so that nothing of the same name can hide them: no page,
    /// and no alias, which would lead away from them. Today's, those of parts that are still to come, and those that
    /// browsers ask every site for.
    /// </summary>
    public static IReadOnlySet<string> Reserved { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "articles", "categories", "tags", "pictures", "status",
        "consultation", "search", "gallery", "healthz",
        "css", "js", "fonts", "images", "blogs",
        AtomFeed[1..], JsonFeed[1..], Sitemap[1..], Robots[1..], Manifest[1..], ".well-known", "favicon.ico", "apple-touch-icon.png",
    };

    /// <summary>The addresses that are there whatever the content is.</summary>
    public static IReadOnlyList<string> Fixed { get; } = ["/", Articles, Consultation, Gallery, Search];

    /// <summary>
    /// An address in the one spelling under which it is looked up: small letters, single slashes and none at the end.
    /// Null for what cannot be the path of an address of this site, and for the first page.
    /// </summary>
    public static string? Canonical(string address) =>
        address is ['/', not '/', ..] && address.All(letter => letter is > ' ' and < '\u007f' and not ('?' or '#' or '\\' or '%'))
            ? "/" + string.Join('/', address.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries))
            : null;

    public static string OfArticle(string slug) => "/articles/" + slug;

    public static string OfCategory(string slug) => "/categories/" + slug;

    public static string OfTag(string slug) => "/tags/" + slug;

    public static string OfPage(string slug) => "/" + slug;

    public static string OfCase(string slug) => "/gallery/" + slug;

    /// <summary>The list of the cases that are about one kind of care.</summary>
    /// <param name="article">The slug of the article about it.</param>
    public static string OfCasesAbout(string article) => "/gallery/care/" + article;

    /// <summary>Below it are the pictures of patients; none of their addresses has a name in it.</summary>
    public const string PatientPictures = "/pictures/patients/";

    /// <summary>The address of a picture in one size and format.</summary>
    /// <param name="path">Path of the original below the content folder: <c>images/nerve.png</c>.</param>
    /// <param name="key">What tells it from other pictures under that name.</param>
    /// <param name="file">Width and ending: <c>640.avif</c>.</param>
    public static string OfPicture(string path, string key, string file) =>
        $"/pictures/{path["images/".Length..^Path.GetExtension(path).Length]}-{key}-{file}";

    /// <summary>The address of a patient's picture in one size and format.</summary>
    /// <param name="key">What tells it from other pictures.</param>
    /// <param name="file">Width and ending: <c>640.avif</c>.</param>
    public static string OfPatientPicture(string key, string file) => $"{PatientPictures}{key}-{file}";
}
