namespace FacialParalysisSite.Consultations.Storage;

/// <summary>The files of a database in use, as they are in their places at one moment; null where there is none.</summary>
/// <param name="Main">The database.</param>
/// <param name="Log">Its write-ahead log: what was committed last is in it alone.</param>
/// <param name="Index">The index of the log, by which all who use the database at one time know of each other.</param>
internal sealed record DatabaseFiles(FileIdentity? Main, FileIdentity? Log, FileIdentity? Index)
{
    /// <summary>Where the database lies, if a symbolic link leads to it: SQLite puts the other files there, too.</summary>
    public static string Resolve(string file) => new FileInfo(file) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : file;

    public static DatabaseFiles Of(string file) => new(FileIdentity.Of(file), FileIdentity.Of(file + "-wal"), FileIdentity.Of(file + "-shm"));
}
