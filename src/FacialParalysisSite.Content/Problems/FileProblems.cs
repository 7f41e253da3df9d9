namespace FacialParalysisSite.Content.Problems;

/// <summary>Collects the problems of one file.</summary>
internal sealed class FileProblems(string file)
{
    private readonly List<ContentProblem> _all = [];

    public string File => file;

    public IReadOnlyList<ContentProblem> All => _all;

    public bool HasErrors => _all.Exists(problem => problem.Severity == Severity.Error);

    /// <summary>Whether the YAML could not be read to its end.</summary>
    public bool HasYamlFault { get; private set; }

    public void Add(Position at, ProblemCode code, string message, string hint)
    {
        _all.Add(new ContentProblem(file, at, code, message, hint));
        HasYamlFault |= code == ProblemCode.BadYaml || code == ProblemCode.YamlTooDeep;
    }
}
