namespace FacialParalysisSite.Consultations.Storage;

/// <summary>The one row that is written to find out whether the database can be.</summary>
internal sealed class WriteTrial
{
    /// <summary>The only id.</summary>
    public const int TheId = 1;

    public int Id { get; init; } = TheId;

    public required DateTimeOffset At { get; set; }
}
