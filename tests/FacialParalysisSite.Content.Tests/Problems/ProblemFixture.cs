using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Tests.Problems;

/// <summary>
/// One broken content folder, written down in a text file: first the lines <c>expect:</c> (a problem),
/// <c>delete:</c> (a file of Fixtures/Base) and <c>picture:</c> (a valid picture), then after each line
/// <c>=== path</c> the contents of a file that is laid over Fixtures/Base.
/// </summary>
internal sealed record ProblemFixture(string Name, IReadOnlyList<string> Expected, IReadOnlyList<string> Deleted,
    IReadOnlyList<string> Pictures, IReadOnlyDictionary<string, string> Files)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Problems");

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static ProblemFixture Load(string name)
    {
        var parts = ("\n" + File.ReadAllText(Path.Combine(Folder, name + ".txt"))).Split("\n=== ");
        var head = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(head, line => Assert.Matches("^(expect|delete|picture): ", line));
        return new ProblemFixture(name, Values(head, "expect"), Values(head, "delete"), Values(head, "picture"),
            parts[1..].Select(part => part.Split('\n', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal));
    }

    /// <summary>How a fixture writes a problem: <c>articles/x.md(6,1): error FP0103</c>.</summary>
    public static string Line(ContentProblem problem) =>
        $"{problem.File}({problem.At.Line},{problem.At.Column}): {(problem.Severity == Severity.Error ? "error" : "warning")} {problem.Code}";

    public IReadOnlyList<ContentProblem> Run()
    {
        using var content = new TestContent();
        foreach (var path in Deleted)
        {
            content.Delete(path);
        }

        foreach (var path in Pictures)
        {
            content.WritePicture(path);
        }

        foreach (var (path, text) in Files)
        {
            content.Write(path, text);
        }

        return content.Problems();
    }

    private static List<string> Values(string[] head, string key) =>
        head.Where(line => line.StartsWith(key + ": ", StringComparison.Ordinal)).Select(line => line[(key.Length + 2)..]).ToList();
}
