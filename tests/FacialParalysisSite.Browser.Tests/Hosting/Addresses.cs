namespace FacialParalysisSite.Browser.Tests.Hosting;

/// <summary>The addresses of the repository's own content.</summary>
internal static class Addresses
{
    public const string Article = "/articles/how-does-botox-help-bells-palsy-and-synkinesis";

    public const string Form = "/consultation";

    /// <summary>Every page there is, and the states that are not pages.</summary>
    public static TheoryData<string> All => new(FromContent().Concat(["/", Form, "/consultation/received?reference=FP-4KX7-9M2R", "/articles", "/categories/treatments", "/categories/conditions", "/tags/botox", "/nothing-here"]));

    public static IReadOnlyList<string> HomeAndArticles => FromContent().Where(address => address.StartsWith("/articles/", StringComparison.Ordinal)).Append("/").ToList();

    private static IEnumerable<string> FromContent()
    {
        var content = Path.Combine(Repository(), "content");
        var articles = Directory.EnumerateFiles(Path.Combine(content, "articles"), "*.md").Select(file => "/articles/" + Path.GetFileNameWithoutExtension(file));
        var pages = Directory.EnumerateFiles(Path.Combine(content, "pages"), "*.md").Select(file => "/" + Path.GetFileNameWithoutExtension(file));
        return articles.Concat(pages).Order(StringComparer.Ordinal);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FacialParalysisSite.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
