using FacialParalysisSite.Consultations.Alerting;

namespace FacialParalysisSite.Consultations.Tests.Alerting;

/// <summary>Keeps what it is told, or refuses it.</summary>
internal sealed class RecordingChannel(string name) : IAlertChannel
{
    public string Name => name;

    public List<Alert> Told { get; } = [];

    public int Refused { get; private set; }

    public bool IsBroken { get; set; }

    /// <summary>What it throws where it should not.</summary>
    public Exception? Fault { get; set; }

    public Task<string?> TellAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        if (IsBroken)
        {
            Refused++;
            return Task.FromResult<string?>("503");
        }

        Told.Add(alert);
        return Task.FromResult<string?>(null);
    }
}
