namespace FacialParalysisSite.Content.Tests.Pictures;

/// <summary>A test that makes pictures small, for which the machine must have the program.</summary>
internal sealed class VipsFactAttribute : FactAttribute
{
    public VipsFactAttribute() => Skip = Vips.Missing;
}

/// <inheritdoc cref="VipsFactAttribute" />
internal sealed class VipsTheoryAttribute : TheoryAttribute
{
    public VipsTheoryAttribute() => Skip = Vips.Missing;
}
