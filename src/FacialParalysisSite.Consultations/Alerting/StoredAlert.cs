namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>What was told and is not over yet, so that a restart does not tell it again.</summary>
internal sealed class StoredAlert
{
    public required AlertKind Kind { get; init; }

    /// <summary>The channel's name.</summary>
    public required string Channel { get; init; }

    /// <summary>When it was noticed.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When it was told last.</summary>
    public required DateTimeOffset ToldAt { get; init; }
}
