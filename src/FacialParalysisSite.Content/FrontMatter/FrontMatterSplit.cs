using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Yaml;

namespace FacialParalysisSite.Content.FrontMatter;

/// <summary>Parts a Markdown file into its fields between two lines of three hyphens and the text below them.</summary>
/// <param name="Fields">Reads the fields; null where they could not be found.</param>
/// <param name="Body">The text below.</param>
/// <param name="BodyLine">The line at which it begins.</param>
internal sealed record FrontMatterSplit(FieldReader? Fields, string Body, int BodyLine)
{
    private const string Fence = "---";

    /// <summary>Whether the end of the fields was found, so that there is a text to read.</summary>
    public bool HasBody => BodyLine > 1;

    public static FrontMatterSplit Of(ContentFile file, FileProblems problems)
    {
        var lines = file.Text.Split('\n');
        if (lines[0].TrimEnd() != Fence)
        {
            problems.Add(Position.Start, ProblemCode.NoFrontMatter, "The file does not begin with a line of three hyphens.",
                "Begin with ---, then the fields (title: …), then --- again, then the text.");
            return new FrontMatterSplit(null, "", 1);
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (end < 0)
        {
            problems.Add(Position.Start, ProblemCode.FrontMatterNotClosed, "The fields at the top have no line of three hyphens after them.",
                "Put a line with --- between the last field and the text.");
            return new FrontMatterSplit(null, "", 1);
        }

        var yaml = string.Join('\n', lines[1..end]);
        var body = string.Join('\n', lines[(end + 1)..]);
        return new FrontMatterSplit(ReadFields(yaml, problems), body, end + 2);
    }

    private static FieldReader? ReadFields(string yaml, FileProblems problems)
    {
        var before = problems.All.Count;
        switch (YamlReader.Read(yaml, firstLine: 2, problems))
        {
            case YamlMap map:
                // After a fault the rest of the fields is unread; they are not missing.
                return problems.HasYamlFault ? null : new FieldReader(map, problems);
            case null when problems.All.Count == before:
                return new FieldReader(new YamlMap(Position.Start, []), problems);
            case null:
                return null;
            case var value:
                problems.Add(value.At, ProblemCode.BadYaml, "Here should be fields, each with a name and a colon.",
                    "Write a field as a name, a colon, a space and the value.");
                return null;
        }
    }
}
