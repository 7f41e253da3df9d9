using System.Globalization;

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

    /// <summary>Whether there is a database that has something in it.</summary>
    public bool IsThere => LengthOf(database) > 0;

    /// <summary>Sees to it that the file is there, or that there never was one.</summary>
    /// <param name="isKnown">Whether this program has used it: then no missing mark says otherwise.</param>
    /// <exception cref="IOException">It was lost.</exception>
    public void RequireNotLost(bool isKnown = false)
    {
        if (IsThere)
        {
            return;
        }

        if (LengthOf(database + "-wal") > 0)
        {
            throw new IOException($"The database {database} is missing or empty, but its write-ahead log is there. Bring back the file or the last backup, and keep a copy of the log.{Saved()}");
        }

        if (IsSet || isKnown)
        {
            throw new IOException(
                $"The database {database} is missing or empty, though the site has made it. Bring back the last backup.{Saved()} To begin anew instead, without every request that was in it, stop the site and delete {_path}.");
        }
    }

    /// <summary>The name of a file for what could be saved of a database whose file was taken away.</summary>
    public string NameSaved(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{database}.saved-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}");

    public void Set()
    {
        if (!IsSet)
        {
            File.WriteAllText(_path, "The site has made its database beside this file. If the database is lost, this keeps the site from beginning anew in silence.\n");
        }
    }

    /// <summary>The newest of these files; null where there is none.</summary>
    public string? FindSaved()
    {
        var (folder, name) = (Path.GetDirectoryName(database)!, Path.GetFileName(database));
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"{name}.saved-*Z").Max(StringComparer.Ordinal) : null;
    }

    private string Saved() => FindSaved() is { } saved ? $" What the site still had of it when it was taken away is in {saved}." : "";

    private static long LengthOf(string file) => new FileInfo(file) is { Exists: true } there ? there.Length : 0;
}
