namespace FacialParalysisSite.Consultations.Storage;

/// <summary>A consultation request as the database keeps it.</summary>
internal sealed class StoredRequest
{
    /// <summary>The form's submission id: the same form sent twice is the same request.</summary>
    public required Guid Id { get; init; }

    /// <summary>The code that stands for it, unique.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was last corrected; null where it never was.</summary>
    public DateTimeOffset? CorrectedAt { get; set; }

    /// <summary>Everything the person wrote, in its newest version, as <see cref="Sealing.PayloadSeal"/> keeps it.</summary>
    public required string Payload { get; set; }

    /// <summary>When everything the person wrote was wiped; null where it is still here.</summary>
    public DateTimeOffset? WipedAt { get; set; }

    /// <summary>Whether a program may have filled in the form. Such a request is treated like the others and only marked.</summary>
    public required bool IsSuspected { get; set; }
}
