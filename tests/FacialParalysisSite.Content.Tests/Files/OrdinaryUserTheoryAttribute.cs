namespace FacialParalysisSite.Content.Tests.Files;

/// <summary>A test about files that may not be read.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OrdinaryUserTheoryAttribute : TheoryAttribute
{
    public OrdinaryUserTheoryAttribute() => Skip = OrdinaryUser.Missing;
}
