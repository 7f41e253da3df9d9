using System.Runtime.InteropServices;

namespace FacialParalysisSite.Content.Tests.Files;

/// <summary>Does something as a user whom file permissions bind, also where the tests run as the administrator.</summary>
internal static class OrdinaryUser
{
    /// <summary>The user "nobody" of Linux systems, who owns nothing.</summary>
    private const uint Nobody = 65534;

    private static bool IsAdministrator => Environment.UserName == "root";

    /// <summary>Why it cannot be done on this machine; null where it can.</summary>
    public static string? Missing =>
        OperatingSystem.IsWindows() || (IsAdministrator && !OperatingSystem.IsLinux())
            ? "needs a user whom file permissions bind: run the tests as an ordinary user, not on Windows"
            : null;

    public static T Do<T>(Func<T> action)
    {
        if (!IsAdministrator)
        {
            return action();
        }

        // Of the calling thread alone, and for files alone: see setfsuid(2).
        var before = (uint)ChangeUserOfThread(Nobody);
        try
        {
            return action();
        }
        finally
        {
            _ = ChangeUserOfThread(before);
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeUserOfThread(uint user);
}
