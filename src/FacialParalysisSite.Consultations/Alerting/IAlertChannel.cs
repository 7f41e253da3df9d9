namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>A way to tell somebody that is not the clinic's mail.</summary>
internal interface IAlertChannel
{
    /// <summary>Its setting; what was told is remembered under this name.</summary>
    string Name { get; }

    /// <summary>Tries once to tell something. Every fault of the outside world is a result, not an exception.</summary>
    /// <returns>Null where it was taken; else why not, without addresses and secrets.</returns>
    Task<string?> TellAsync(Alert alert, CancellationToken cancellationToken);
}
