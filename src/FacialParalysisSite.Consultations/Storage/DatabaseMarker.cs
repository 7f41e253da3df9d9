namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// Remembers beside the database that there is one. SQLite makes an empty database where a file is missing or empty, and
/// deletes the write-ahead log that belonged to it: a lost file must not be taken for a first start.
/// </summary>
/// <param name="database">The absolute path of the database file.</param>
internal sealed class DatabaseMarker(string database)
{
    private readonly string _path = database + ".made";

    /// <summary>Whether the site has made or used a database here.</summary>
    public bool IsSet => File.Exists(_path);

    /// <summary>Sees to it that the file is there, or that there never was one.</summary>
    /// <exception cref="IOException">It was lost.</exception>
    public void RequireNotLost()
    {
        if (LengthOf(database) > 0)
        {
            return;
        }

        if (IsSet)
        {
            throw new IOException(
                $"The database {database} is missing or empty, though the site has made it. Bring back the last backup. To begin anew instead, without every request that was in it, delete {_path}.");
        }

        if (LengthOf(database + "-wal") > 0)
        {
            throw new IOException($"The database {database} is missing or empty, but its write-ahead log is there. Bring back the file or the last backup, and keep a copy of the log.");
        }
    }

    public void Set()
    {
        if (!IsSet)
        {
            File.WriteAllText(_path, "The site has made its database beside this file. If the database is lost, this keeps the site from beginning anew in silence.\n");
        }
    }

    private static long LengthOf(string file) => new FileInfo(file) is { Exists: true } there ? there.Length : 0;
}
