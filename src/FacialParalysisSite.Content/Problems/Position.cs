namespace FacialParalysisSite.Content.Problems;

/// <summary>A place in a text file, as an editor shows it.</summary>
/// <param name="Line">Line number, the first is 1.</param>
/// <param name="Column">Column number in UTF-16 units, the first is 1.</param>
public readonly record struct Position(int Line, int Column)
{
    /// <summary>The beginning of a file.</summary>
    public static Position Start { get; } = new(1, 1);
}

/// <summary>A value together with the place it was written at, so that a later check can still name the place.</summary>
public readonly record struct Located<T>(T Value, Position At);
