using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Pictures;

/// <summary>
/// Makes the pictures that the current catalog wants, and deletes those that it does not want: a patient's at once. Making
/// and purging may go on at the same time; neither may run twice at once.
/// </summary>
/// <param name="library">Says what is wanted, and shows what has been made.</param>
/// <param name="root">The content folder.</param>
/// <param name="program">The program <c>vipsthumbnail</c>, its name or path; empty to make none.</param>
/// <param name="time">The present, of which only the passing counts.</param>
public sealed class PictureKeeper(ContentLibrary library, string root, string program, TimeProvider time)
{
    /// <summary>Pages change when pictures are ready; many at once are shown in steps.</summary>
    private static readonly TimeSpan ShowEvery = TimeSpan.FromSeconds(5);

    /// <summary>Somebody may have emptied the folder of made pictures.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <summary>What a page no longer shows it may show again soon. A patient's picture does not linger.</summary>
    private static readonly TimeSpan Lingering = TimeSpan.FromHours(1);

    /// <summary>A picture that was refused may have been met by a bad moment. It is tried again after each of these, then no more until the next start.</summary>
    private static readonly IReadOnlyList<TimeSpan> TriesAfter = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    private readonly PictureStore _store = library.Pictures ?? throw new ArgumentException("The library keeps no pictures.", nameof(library));
    private readonly PictureMaker _maker = new(program);
    private readonly ContentFolder _originals = new(root);
    private readonly Dictionary<PictureId, Refusal> _refused = [];
    private readonly Dictionary<PictureId, long> _unwantedSince = [];
    private readonly Lock _ending = new();
    private PictureId? _making;
    private CancellationTokenSource? _end;
    private long? _lookedAt;

    /// <summary>How it goes, as far as it is known.</summary>
    public PictureState State { get; private set; } = PictureState.Well;

    /// <summary>Makes everything that is wanted and can be made now.</summary>
    /// <param name="stop">Ends the work at once; nothing half made is kept.</param>
    public async Task<PictureState> MakeAsync(CancellationToken stop)
    {
        try
        {
            Prepare();
            return State = program.Length == 0 ? PictureState.Well : await MakeWantedAsync(stop);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return State = State with { Fault = PictureFault.NoRoom };
        }
    }

    /// <summary>Deletes every file of patients' pictures that are not shown now, and stops making them.</summary>
    /// <returns>How many pictures were deleted.</returns>
    /// <exception cref="IOException">Some cannot be deleted; the others are. Or the folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public int Purge()
    {
        var wanted = Wanted().Select(picture => picture.Id).ToHashSet();
        lock (_ending)
        {
            if (_making is { IsPrivate: true } picture && !wanted.Contains(picture))
            {
                _end?.Cancel();
            }
        }

        var gone = _store.List().Where(picture => IsOfPatient(picture) && !wanted.Contains(picture)).ToList();
        var faults = gone.Select(Delete).OfType<Exception>().ToList();
        return faults.Count == 0 ? gone.Count : throw new IOException($"{faults.Count} of {gone.Count} cannot be deleted.", faults[0]);
    }

    /// <summary>One that cannot be deleted keeps no other.</summary>
    private Exception? Delete(PictureId picture)
    {
        try
        {
            _store.Delete(picture);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault;
        }
    }

    /// <summary>Also where it lay elsewhere before it came into the folder of patients.</summary>
    private bool IsOfPatient(PictureId picture) => picture.IsPrivate || library.Patients.Have(picture.Key);

    private IReadOnlyList<Picture> Wanted() => library.IsReady ? library.Current.WantedPictures : [];

    private void Prepare()
    {
        if (_lookedAt is not { } looked || time.GetElapsedTime(looked) >= LookEvery)
        {
            // Nothing is being made at this moment: what looks so was left by a kill, or could not be deleted then.
            _store.DeleteLeftovers();
            _lookedAt = time.GetTimestamp();
            _store.Look();
            DeleteUnwanted();
            ShowMade();
        }
    }

    private void DeleteUnwanted()
    {
        var wanted = Wanted().Select(picture => picture.Id).ToHashSet();
        var unwanted = _store.List().Where(picture => !wanted.Contains(picture)).ToHashSet();
        foreach (var again in _unwantedSince.Keys.Where(picture => !unwanted.Contains(picture)).ToList())
        {
            _unwantedSince.Remove(again);
        }

        foreach (var picture in unwanted)
        {
            _unwantedSince.TryAdd(picture, time.GetTimestamp());
            if (IsOfPatient(picture) || time.GetElapsedTime(_unwantedSince[picture]) >= Lingering)
            {
                _store.Delete(picture);
                _unwantedSince.Remove(picture);
            }
        }
    }

    private async Task<PictureState> MakeWantedAsync(CancellationToken stop)
    {
        var shown = time.GetTimestamp();
        while (NextOf(Waiting()) is { } picture)
        {
            stop.ThrowIfCancellationRequested();
            var fault = await MakeAsync(picture, stop);
            if (fault is PictureFault.NoProgram or PictureFault.NoRoom)
            {
                ShowMade();
                return StateNow(fault);
            }

            Note(picture.Id, fault);
            State = StateNow(PictureFault.None);
            if (time.GetElapsedTime(shown) >= ShowEvery)
            {
                ShowMade();
                shown = time.GetTimestamp();
            }
        }

        ShowMade();
        return StateNow(PictureFault.None);
    }

    private IEnumerable<Picture> Waiting() =>
        Wanted().DistinctBy(picture => picture.Id).Where(picture => !_store.Held.Holds(picture.Id, PictureRecipe.WidthsOf(picture.Width)));

    private Picture? NextOf(IEnumerable<Picture> waiting) => waiting.FirstOrDefault(picture => !_refused.TryGetValue(picture.Id, out var refusal) || MayTry(refusal));

    private bool MayTry(Refusal refusal) => refusal.Tries <= TriesAfter.Count && time.GetElapsedTime(refusal.At) >= TriesAfter[Math.Max(0, refusal.Tries - 1)];

    private async Task<PictureFault> MakeAsync(Picture picture, CancellationToken stop)
    {
        if (_originals.ReadBytes(picture.Path, PictureFile.LargestPicture) is not { } bytes || PictureRecipe.KeyOf(bytes) != picture.Id.Key)
        {
            return PictureFault.Outdated;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Begin(picture.Id, end);
        var folder = _store.Begin();
        try
        {
            var fault = await _maker.MakeAsync(bytes, picture.OriginalWidth, picture.OriginalHeight, folder, end.Token);
            if (fault == PictureFault.None)
            {
                _store.Keep(picture.Id, folder);
            }

            return fault;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return PictureFault.Outdated;
        }
        finally
        {
            Begin(picture: null, end: null);
            PictureStore.DeleteFolder(folder);
        }
    }

    private void Begin(PictureId? picture, CancellationTokenSource? end)
    {
        lock (_ending)
        {
            (_making, _end) = (picture, end);
        }
    }

    private void Note(PictureId picture, PictureFault fault)
    {
        if (fault == PictureFault.None)
        {
            _refused.Remove(picture);
        }
        else
        {
            // Where the original could not be read, as while its folder was away for hours, the program was not tried.
            var tries = _refused.TryGetValue(picture, out var before) ? before.Tries : 0;
            _refused[picture] = new Refusal(fault, time.GetTimestamp(), fault == PictureFault.Refused ? tries + 1 : tries);
        }
    }

    private PictureState StateNow(PictureFault fault)
    {
        var waiting = Waiting().ToList();
        var refused = waiting.Where(picture => _refused.TryGetValue(picture.Id, out var refusal) && refusal.Fault == PictureFault.Refused).Select(NameOf).ToList();
        return new PictureState(waiting.Count, fault == PictureFault.None && refused.Count > 0 ? PictureFault.Refused : fault, refused);
    }

    /// <summary>The name of a patient's file may be that of the patient.</summary>
    private static string NameOf(Picture picture) => picture.IsPrivate ? $"a picture of a patient ({picture.Id.Key[..PictureRecipe.ShortKeyLength]})" : $"content/{picture.Path}";

    /// <summary>Lets pages show what is there now, where that is not what they show.</summary>
    private void ShowMade()
    {
        if (Wanted().Any(picture => picture.IsReady != _store.Held.Holds(picture.Id, PictureRecipe.WidthsOf(picture.Width))))
        {
            library.RenewPictures();
        }
    }

    /// <param name="Fault">Why it was not made.</param>
    /// <param name="At">A timestamp of the clock.</param>
    /// <param name="Tries">How often the program has refused it.</param>
    private sealed record Refusal(PictureFault Fault, long At, int Tries);
}
