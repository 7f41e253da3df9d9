namespace FacialParalysisSite.Web.Settings;

/// <summary>The folder at which relative paths in settings begin.</summary>
internal static class ApplicationFolder
{
    private const string SolutionFile = "FacialParalysisSite.sln";

    /// <summary>
    /// The folder of the published site; under <c>dotnet run</c> and in tests, which have no assets beside the program, the
    /// repository.
    /// </summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    /// <summary>
    /// Where the published site has its settings and assets, from whatever folder it is started; null where it is not
    /// published, and the host finds the project by itself.
    /// </summary>
    public static string? Published { get; } = IsPublished(AppContext.BaseDirectory) ? AppContext.BaseDirectory : null;

    public static string Resolve(string path) => System.IO.Path.GetFullPath(path, Path);

    private static string Find(string program)
    {
        if (IsPublished(program))
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

    /// <summary>By what no published site can be without: its <c>content/</c> may lie elsewhere.</summary>
    private static bool IsPublished(string program) =>
        File.Exists(System.IO.Path.Combine(program, "appsettings.json")) && Directory.Exists(System.IO.Path.Combine(program, "wwwroot"));
}
