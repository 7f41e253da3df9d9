namespace FacialParalysisSite.Consultations.Storage;

/// <summary>Files and folders with what patients wrote: no other account of the machine may read them. Windows keeps its own rights.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>Opens a new file to write to.</summary>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    public static FileStream Create(string path) => Open(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });

    /// <summary>Opens a file, or makes it, so that nobody else can do the same until it is closed.</summary>
    /// <exception cref="IOException">Somebody holds it already, or it cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another user's.</exception>
    public static FileStream Hold(string path) => Open(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None });

    private static FileStream Open(string path, FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>Makes a folder where there is none. One that is there keeps its rights: somebody chose them.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, Folder);
        }
    }

    /// <summary>Takes a file away from all but its owner.</summary>
    public static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows() && System.IO.File.GetUnixFileMode(path) is var mode && (mode & ~File) != UnixFileMode.None)
        {
            System.IO.File.SetUnixFileMode(path, mode & File);
        }
    }
}
