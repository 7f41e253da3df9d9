namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>Where the working copy lies, and how it was built.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    public static string Content { get; } = Path.Combine(Folder, "content");

    public static string WebProject { get; } = Path.Combine(Folder, "src", "FacialParalysisSite.Web");

    /// <summary>Debug or Release: the tests run what was built with them.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FacialParalysisSite.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
