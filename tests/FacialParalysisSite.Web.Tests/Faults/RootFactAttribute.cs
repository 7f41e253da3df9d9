namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>A test that breaks disks, for which it must be root on Linux and have tools of the system.</summary>
internal sealed class RootFactAttribute : FactAttribute
{
    /// <param name="tools">The tools it needs.</param>
    public RootFactAttribute(params string[] tools)
    {
        var missing = tools.Where(tool => !Folders().Any(folder => File.Exists(Path.Combine(folder, tool)))).ToList();
        Skip = !OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess ? "Only root on Linux can break a disk."
            : missing.Count > 0 ? $"Not installed: {string.Join(", ", missing)}."
            : null;
    }

    private static IEnumerable<string> Folders() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Append("/sbin");
}
