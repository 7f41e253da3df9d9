using System.Globalization;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>Whether tests here may break disks.</summary>
internal static class Root
{
    // Numbers of capabilities(7): in a container, root may be without them.
    private const int Trace = 19;
    private const int Administrate = 21;

    /// <summary>Why a test that needs some tools of the system cannot run here; null where it can.</summary>
    public static string? Lacks(IEnumerable<string> tools)
    {
        var missing = tools.Where(tool => !Folders().Any(folder => File.Exists(Path.Combine(folder, tool)))).ToList();
        return !OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess ? "Only root on Linux can break a disk."
            : !HasCapability(Trace) || !HasCapability(Administrate) || !File.Exists("/dev/loop-control") ? "This machine lets root neither trace programs nor mount files as disks."
            : missing.Count > 0 ? $"Not installed: {string.Join(", ", missing)}."
            : null;
    }

    private static IEnumerable<string> Folders() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Append("/sbin");

    private static bool HasCapability(int number)
    {
        var effective = File.ReadLines("/proc/self/status").First(line => line.StartsWith("CapEff:", StringComparison.Ordinal)).Split('\t')[1];
        return (ulong.Parse(effective, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> number & 1) == 1;
    }
}
