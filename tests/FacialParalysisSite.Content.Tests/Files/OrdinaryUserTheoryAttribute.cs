namespace FacialParalysisSite.Content.Tests.Files;

/// <summary>A test about files that may not be read. The administrator may read every file.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OrdinaryUserTheoryAttribute : TheoryAttribute
{
    public OrdinaryUserTheoryAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Skip = "needs a user whom file permissions bind: not the administrator, not on Windows";
        }
    }
}
