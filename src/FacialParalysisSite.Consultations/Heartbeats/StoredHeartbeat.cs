namespace FacialParalysisSite.Consultations.Heartbeats;

/// <summary>The one row that says which weekly mail went out last.</summary>
internal sealed class StoredHeartbeat
{
    /// <summary>The only id.</summary>
    public const int TheId = 1;

    public int Id { get; init; } = TheId;

    /// <summary>The moment at which the last one was due that was sent, or that was left out because the site was new.</summary>
    public required DateTimeOffset DoneUntil { get; set; }
}
