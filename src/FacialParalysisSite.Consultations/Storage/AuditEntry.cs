namespace FacialParalysisSite.Consultations.Storage;

/// <summary>What an operator did with what a person wrote. Says nothing of the person, and stays when everything else is wiped.</summary>
internal sealed class AuditEntry
{
    public int Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The request's reference.</summary>
    public required string Reference { get; init; }

    public required AuditAction Action { get; init; }
}

/// <summary>What was done.</summary>
internal enum AuditAction
{
    /// <summary>Everything that is kept of the request was written out.</summary>
    Exported,

    /// <summary>What the person wrote was wiped before its time.</summary>
    Purged,
}
