namespace FacialParalysisSite.Web.Settings;

/// <summary>The folder at which relative paths in settings begin.</summary>
internal static class ApplicationFolder
{
    private const string SolutionFile = "FacialParalysisSite.sln";

    /// <summary>
    /// The folder of the published site, which holds its own <c>content/</c>; under <c>dotnet run</c> and in tests, which
    /// have none beside the program, the repository.
    /// </summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string Resolve(string path) => System.IO.Path.GetFullPath(path, Path);

    private static string Find(string program)
    {
        if (Directory.Exists(System.IO.Path.Combine(program, "content")))
        {
            return program;
        }

        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, SolutionFile)))
            {
                return folder.FullName;
            }
        }

        return program;
    }
}
