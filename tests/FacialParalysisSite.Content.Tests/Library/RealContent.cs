namespace FacialParalysisSite.Content.Tests.Library;

/// <summary>The repository's own content/.</summary>
internal static class RealContent
{
    public static string Root { get; } = Path.Combine(Repository(), "content");

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FacialParalysisSite.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
