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
        var text = file.Text;
        var firstEnd = EndOfLine(text, 0);
        if (!IsFence(text, 0, firstEnd))
        {
            problems.Add(Position.Start, ProblemCode.NoFrontMatter, "The file does not begin with a line of three hyphens.",
                "Begin with ---, then the fields (title: …), then --- again, then the text.");
            return new FrontMatterSplit(null, "", 1);
        }

        var (start, line) = (firstEnd + 1, 2);
        while (start <= text.Length)
        {
            var end = EndOfLine(text, start);
            if (IsFence(text, start, end))
            {
                var yaml = text[(firstEnd + 1)..Math.Max(firstEnd + 1, start - 1)];
                return new FrontMatterSplit(ReadFields(yaml, problems), text[Math.Min(end + 1, text.Length)..], line + 1);
            }

            (start, line) = (end + 1, line + 1);
        }

        problems.Add(Position.Start, ProblemCode.FrontMatterNotClosed, "The fields at the top have no line of three hyphens after them.",
            "Put a line with --- between the last field and the text.");
        return new FrontMatterSplit(null, "", 1);
    }

    private static bool IsFence(string text, int start, int end) => text.AsSpan(start, end - start).TrimEnd() is Fence;

    private static int EndOfLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
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
