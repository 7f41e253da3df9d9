using FacialParalysisSite.Content.Gallery;

namespace FacialParalysisSite.Content.Problems;

/// <summary>One thing that is wrong in a content file: where it is, what it is and how to mend it.</summary>
/// <param name="File">Path below the content folder, with forward slashes: <c>articles/what-is-synkinesis.md</c>.</param>
/// <param name="At">Where in the file. A problem of the whole file stands at line 1, column 1.</param>
/// <param name="Code">The stable code, such as <c>FP0103</c>.</param>
/// <param name="Message">What is wrong, in a sentence for someone who does not program.</param>
/// <param name="Hint">How to mend it.</param>
public sealed record ContentProblem(string File, Position At, ProblemCode Code, string Message, string Hint)
{
    public string File { get; init; } = Printable(File);

    public string Message { get; init; } = Printable(Message);

    public string Hint { get; init; } = Printable(Hint);

    /// <summary>Whether the file can be used as it stands.</summary>
    public Severity Severity => Code.Severity;

    /// <summary>The problem as a compiler prints it: <c>content/articles/x.md(12,5): error FP0103: …</c></summary>
    public override string ToString() =>
        $"content/{File}({At.Line},{At.Column}): {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";

    /// <summary>
    /// The problem as the log of the running site has it, with what to do. The name of a patient's file may be that of the
    /// patient, so it does not stand there; the check, which staff run, names it.
    /// </summary>
    public string ToLogLine() => MayNameAPatient
        ? $"content/gallery: {(Severity == Severity.Error ? "error" : "warning")} {Code} in line {At.Line}. Run \"check\": it says where and how to mend it."
        : $"{this} {Hint}";

    /// <summary>A picture whose name cannot be an address has a name that somebody gave it; it may be a copy of a patient's.</summary>
    private bool MayNameAPatient => File.StartsWith("gallery", StringComparison.OrdinalIgnoreCase) || (Code == ProblemCode.BadFileName && File.StartsWith("images/", StringComparison.Ordinal)) || PatientPictures.MayBeMeant(File) || PatientPictures.MayBeMeant(Message);

    /// <summary>A name may hold a line break or worse, which must not look like a line of the log.</summary>
    internal static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)) : text;
}
