using FacialParalysisSite.Consultations.Alerting;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>What becomes of a database whose files somebody has deleted, moved or replaced under the running site: everything that was committed is saved, as long as it is open.</summary>
/// <param name="file">The absolute path of the database file.</param>
/// <param name="time">After which a copy is named.</param>
/// <param name="harms">Where it is noted; null where nobody is to be told.</param>
internal sealed class HarmedDatabase(string file, TimeProvider time, Harms? harms)
{
    /// <summary>Nobody who used the database before it was harmed does so for longer, but for a disk that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly DatabaseMarker _marker = new(file);

    /// <summary>Saves it. Afterwards nothing is lost when it is let go.</summary>
    /// <param name="harmed">What is still open of it.</param>
    /// <param name="forget">Closes all that nobody uses now.</param>
    /// <exception cref="IOException">It could not be saved yet.</exception>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The same.</exception>
    public void Save(DatabaseHold harmed, Action forget)
    {
        if (harmed.IsMainInPlace)
        {
            SaveInPlace(harmed, forget);
        }
        else
        {
            SaveBeside(harmed, forget);
        }
    }

    /// <summary>The log or its index is gone. Who has the old ones open still writes into them, so that they must have ended.</summary>
    private void SaveInPlace(DatabaseHold harmed, Action forget)
    {
        harmed.Save();
        var isAlone = SpinWait.SpinUntil(() =>
        {
            forget();
            return harmed.IsAlone;
        }, Patience);
        if (!isAlone)
        {
            throw new IOException($"Somebody has taken away files of the database {file}, and what is left of them is still in use.");
        }

        harmed.Save();
        harms?.NoteHarm($"{file}-wal or {file}-shm was deleted, moved or replaced while the site ran. Everything that was in it is saved in {file}.");
    }

    /// <summary>The database itself is gone. What takes its place may be a backup; a new one is not begun.</summary>
    private void SaveBeside(DatabaseHold harmed, Action forget)
    {
        var copy = _marker.NameSaved(time.GetUtcNow());
        var saved = IsOnItsDisk(harmed) ? TrySave(harmed, copy) : "It lies on a disk that is not mounted any more.";
        forget();
        RememberLoss();
        harms?.NoteHarm($"{file} was deleted, moved or replaced while the site ran. {saved}");
    }

    /// <summary>Where a disk was taken away, what is on it is safe, and nothing of it may come to lie on another.</summary>
    private bool IsOnItsDisk(DatabaseHold harmed) => FileIdentity.Of(Path.GetDirectoryName(file)!) is not { } folder || folder.Device == harmed.Main.Device;

    /// <returns>What became of it, as a sentence.</returns>
    private string TrySave(DatabaseHold harmed, string copy)
    {
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new IOException($"The database {file} is gone with its folder. What was in it is saved as soon as the folder is there again, unless the site is stopped before.");
        }

        try
        {
            harmed.CopyTo(copy);
            return $"Everything that was in it is saved in {copy}: to bring it back, stop the site and make that file {Path.GetFileName(file)}.";
        }
        catch (Exception fault) when (fault.IsOfStorage() && File.Exists(file))
        {
            // Another is there, with which people can be served.
            return $"What was in it could not be saved: {fault.GetBaseException().Message}";
        }
    }

    /// <summary>The folder may have been emptied, and the next start must not take that for a first one.</summary>
    private void RememberLoss()
    {
        try
        {
            _marker.Set();
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            // As long as the site runs it knows by itself.
        }
    }
}
