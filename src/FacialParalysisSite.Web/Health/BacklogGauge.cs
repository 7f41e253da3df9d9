using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Outbox;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FacialParalysisSite.Web.Health;

/// <summary>Hands what the checks saw to the meter.</summary>
internal sealed class BacklogGauge(ConsultationMeter meter) : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        if (report.Entries.TryGetValue(MailCheck.Name, out var mail) && mail.Data.TryGetValue(MailCheck.Backlog, out var backlog))
        {
            meter.NoteBacklog((ClinicBacklog)backlog);
        }

        if (report.Entries.TryGetValue(PayloadCheck.Name, out var payloads) && payloads.Data.TryGetValue(PayloadCheck.Unopened, out var unopened))
        {
            meter.NoteUnopened((int)unopened);
        }

        return Task.CompletedTask;
    }
}
