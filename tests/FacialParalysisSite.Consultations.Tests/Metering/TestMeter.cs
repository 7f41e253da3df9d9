using System.Diagnostics.Metrics;
using FacialParalysisSite.Consultations.Metering;

namespace FacialParalysisSite.Consultations.Tests.Metering;

/// <summary>A meter without a host around it.</summary>
internal static class TestMeter
{
    public static ConsultationMeter Create() => new(new Meters());

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
            // The meters live as long as the tests.
        }
    }
}
