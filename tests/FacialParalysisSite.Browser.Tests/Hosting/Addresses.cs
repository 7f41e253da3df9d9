namespace FacialParalysisSite.Browser.Tests.Hosting;

/// <summary>The addresses of the repository's own content.</summary>
internal static class Addresses
{
    public const string Article = "/articles/how-does-botox-help-bells-palsy-and-synkinesis";

    public const string Form = "/consultation";

    public const string Found = "/search?q=my+eye+wont+close";

    /// <summary>Every page there is, and the states that are not pages.</summary>
    public static TheoryData<string> All => new(FromContent().Concat(["/", "/search", Found, "/search?q=stroke+palsey+qwertzuiop", "/search?q=qwertzuiop", Form, "/consultation/received?reference=FP-4KX7-9M2R", "/articles", "/categories/treatments", "/categories/conditions", "/tags/botox", "/gallery", "/gallery/how-to-read-a-case", "/nothing-here"]));

    public static IReadOnlyList<string> HomeAndArticles => FromContent().Where(address => address.StartsWith("/articles/", StringComparison.Ordinal)).Append("/").ToList();

    /// <summary>Every page on which one of the site's own figures stands.</summary>
    public static TheoryData<string> WithFigures => new(FromContent(text => text.Contains("\n{{figure ", StringComparison.Ordinal)));

    private static IEnumerable<string> FromContent(Func<string, bool>? isMeant = null)
    {
        var content = Path.Combine(Repository(), "content");
        return Files("articles", "/articles/").Concat(Files("pages", "/")).Order(StringComparer.Ordinal);

        IEnumerable<string> Files(string folder, string address) =>
            Directory.EnumerateFiles(Path.Combine(content, folder), "*.md").Where(file => isMeant?.Invoke(File.ReadAllText(file)) ?? true)
                .Select(file => address + Path.GetFileNameWithoutExtension(file));
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
