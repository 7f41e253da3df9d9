using System.Globalization;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>
/// How often things are broken. An ordinary run breaks each a few times; <c>tests/run.sh --faults</c> sets <c>FAULTS</c>
/// to a hundred kills, or as many as it is told, with a tenth as many stops in order and power cuts.
/// </summary>
internal static class FaultPlan
{
    public static int Kills { get; } = int.TryParse(Environment.GetEnvironmentVariable("FAULTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 5;

    public static int PowerCuts { get; } = Math.Max(1, Kills / 10);

    public static int Stops { get; } = Math.Max(2, Kills / 10);
}
