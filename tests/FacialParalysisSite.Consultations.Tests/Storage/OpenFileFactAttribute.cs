namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>A test that takes files away while they are open.</summary>
internal sealed class OpenFileFactAttribute : FactAttribute
{
    public OpenFileFactAttribute() => Skip = Reason;

    /// <summary>Why that cannot be done here; null where it can.</summary>
    public static string? Reason => OperatingSystem.IsLinux() ? null : "Linux alone lets a program see which of its open files were deleted.";
}

/// <inheritdoc cref="OpenFileFactAttribute" />
internal sealed class OpenFileTheoryAttribute : TheoryAttribute
{
    public OpenFileTheoryAttribute() => Skip = OpenFileFactAttribute.Reason;
}
