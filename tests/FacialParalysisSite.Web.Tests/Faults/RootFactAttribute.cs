namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>A test that breaks disks, for which it must be root on Linux and have tools of the system.</summary>
internal sealed class RootFactAttribute : FactAttribute
{
    /// <param name="tools">The tools it needs.</param>
    public RootFactAttribute(params string[] tools) => Skip = Root.Lacks(tools);
}

/// <inheritdoc cref="RootFactAttribute" />
internal sealed class RootTheoryAttribute : TheoryAttribute
{
    /// <param name="tools">The tools it needs.</param>
    public RootTheoryAttribute(params string[] tools) => Skip = Root.Lacks(tools);
}
