namespace FacialParalysisSite.Content.Problems;

/// <summary>How much a <see cref="ContentProblem"/> matters.</summary>
public enum Severity
{
    /// <summary>The file is used; somebody should look at it.</summary>
    Warning,

    /// <summary>The file is not used as it stands; its last good version stays up.</summary>
    Error,
}
