using FacialParalysisSite.Consultations.Alerting;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>What becomes of a database whose files somebody has deleted, moved, replaced or emptied under the running site: everything that was committed is saved, as long as it is open.</summary>
/// <param name="file">The absolute path of the database file.</param>
/// <param name="time">After which a copy is named.</param>
/// <param name="harms">Where it is noted; null where nobody is to be told.</param>
internal sealed class HarmedDatabase(string file, TimeProvider time, Harms? harms) : IDisposable
{
    /// <summary>Nobody who used the database before it was harmed does so for longer, but for a disk that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly DatabaseMarker _marker = new(file);

    /// <summary>What could not be copied while another database was there already.</summary>
    private readonly List<DatabaseHold> _unsaved = [];

    /// <summary>Saves it, and lets it go unless it must be tried again later.</summary>
    /// <param name="harmed">What is still open of it.</param>
    /// <param name="forget">Closes all that nobody uses now.</param>
    /// <exception cref="IOException">It could not be saved yet, and stays open.</exception>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The same.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Save(DatabaseHold harmed, Action forget)
    {
        if (!harmed.IsMainInPlace)
        {
            SaveBeside(harmed, forget);
        }
        else if (harmed.IsEmptied)
        {
            SaveEmptied(harmed, forget);
        }
        else if (harmed.IsBroken)
        {
            GoOnWithoutLog(harmed, forget);
        }
        else
        {
            SaveInPlace(harmed, forget);
        }
    }

    /// <summary>Tries once more to copy what could not be copied before.</summary>
    public void SaveRest()
    {
        foreach (var harmed in _unsaved.ToList())
        {
            var copy = _marker.NameSaved(time.GetUtcNow());
            try
            {
                harmed.CopyTo(copy);
            }
            catch (Exception fault) when (fault.IsOfStorage())
            {
                continue;
            }

            harms?.NoteHarm($"What was in a database in the place of {file} is saved at last in {copy}.");
            _unsaved.Remove(harmed);
            harmed.Abandon();
        }
    }

    /// <summary>Tries it for the last time, and lets it go.</summary>
    public void Dispose()
    {
        SaveRest();
        foreach (var harmed in _unsaved)
        {
            harms?.NoteHarm($"The site stops, and what was in a database in the place of {file} could not be saved.");
            harmed.Abandon();
        }

        _unsaved.Clear();
    }

    /// <summary>The log or its index is gone or another. Who has the old ones open still writes into them, so that they must have ended.</summary>
    private void SaveInPlace(DatabaseHold harmed, Action forget)
    {
        harmed.Save();
        RequireAlone(harmed, forget);
        harmed.Save();
        harms?.NoteHarm($"{file}-wal or {file}-shm was deleted, moved or replaced while the site ran. Everything that was in it is saved in {file}.{Aside(harmed)}");
        harmed.Abandon();
    }

    /// <summary>
    /// What was in the log alone is lost, but for what somebody remembers. It is as at a start, which ignores such a log:
    /// the site goes on with what was in the database before. The copy may lack what nobody can see, so that a person decides.
    /// </summary>
    private void GoOnWithoutLog(DatabaseHold harmed, Action forget)
    {
        RequireAlone(harmed, forget);
        harmed.TakeLogAway();
        var saved = harmed.Rescued is { } copy ? $"What the site remembered of it is in {copy}. Compare the two: what is missing is in no mail." : "";
        harms?.NoteHarm($"{file}-wal or {file} was emptied or overwritten while the site ran. The site goes on with what is in {file}; requests of the seconds before may be missing there. {saved}{Aside(harmed)}");
        harmed.Abandon();
    }

    /// <summary>Only the log and what is remembered are left. Where that is not all, the log stays in its place, and nobody is served.</summary>
    private void SaveEmptied(DatabaseHold harmed, Action forget)
    {
        if (harmed.Break())
        {
            harms?.NoteHarm($"{file} was emptied while the site ran.");
        }

        var copy = _marker.NameSaved(time.GetUtcNow());
        try
        {
            harmed.CopyTo(copy);
        }
        catch (Exception fault) when (fault.IsOfStorage())
        {
            throw new IOException($"Somebody has emptied the database {file}. Stop the site, keep a copy of {file}-wal, and bring back the last backup.", fault);
        }

        harmed.TakeLogAway();
        harms?.NoteHarm($"{Saved(copy)}{Aside(harmed)}");
        forget();
        harmed.Abandon();
    }

    /// <summary>The database itself is gone. What takes its place may be a backup; a new one is not begun.</summary>
    private void SaveBeside(DatabaseHold harmed, Action forget)
    {
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new IOException($"The database {file} is gone with its folder. What was in it is saved as soon as the folder is there again, unless the site is stopped before.");
        }

        forget();
        harmed.TakeLogAway();
        var isSaved = TrySave(harmed, out var saved);
        IsAloneSoon(harmed, forget);
        RememberLoss();
        harms?.NoteHarm($"{file} was deleted, moved or replaced while the site ran. {saved}{Aside(harmed)}");
        if (isSaved)
        {
            harmed.Abandon();
        }
        else
        {
            _unsaved.Add(harmed);
        }
    }

    /// <returns>False where it must be tried again.</returns>
    private bool TrySave(DatabaseHold harmed, out string saved)
    {
        if (harmed.IsOnAnotherDisk)
        {
            // It is safe there, and nothing of it may come to lie on another disk.
            saved = "It lies on a disk that is not mounted any more.";
            return true;
        }

        var copy = _marker.NameSaved(time.GetUtcNow());
        try
        {
            harmed.CopyTo(copy);
            saved = Saved(copy);
            return true;
        }
        catch (Exception fault) when (fault.IsOfStorage() && File.Exists(file))
        {
            // Another is there, with which people can be served.
            saved = $"What was in it could not be saved yet, which is tried again until the site stops: {fault.GetBaseException().Message}";
            return false;
        }
    }

    private void RequireAlone(DatabaseHold harmed, Action forget)
    {
        if (!IsAloneSoon(harmed, forget))
        {
            throw new IOException($"Somebody has taken away files of the database {file}, and what is left of them is still in use.");
        }
    }

    private static bool IsAloneSoon(DatabaseHold harmed, Action forget) => SpinWait.SpinUntil(
        () =>
        {
            forget();
            return harmed.IsAlone;
        },
        Patience);

    private string Saved(string copy) =>
        $"Everything that was in it is saved in {copy}: to bring it back, stop the site, move {Path.GetFileName(file)}, its -wal and its -shm away where they are there, and make that file {Path.GetFileName(file)}.";

    private static string Aside(DatabaseHold harmed) => harmed.LogAside is { } log ? $" A log that lay in the wrong place is kept as {log}." : "";

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
