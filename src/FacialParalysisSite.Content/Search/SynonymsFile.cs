using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Yaml;

namespace FacialParalysisSite.Content.Search;

/// <summary>Reads <c>synonyms.yml</c>. A site without it searches for what was typed and nothing else.</summary>
internal static class SynonymsFile
{
    public const string Name = "synonyms.yml";

    private const int LongestPhrase = 60;

    private const int ShortestBeforeStar = 3;

    public static ParsedFile Parse(ContentFile file, FileProblems problems)
    {
        if (YamlReader.Read(file.Text, firstLine: 1, problems) is not YamlMap map)
        {
            if (!problems.HasErrors)
            {
                problems.Add(Position.Start, ProblemCode.BadYaml, "The file has no fields.", "Put the last version back; it is in the version history.");
            }

            return new UnusableFile(file.Path, problems.All);
        }

        var fields = new FieldReader(map, problems);
        var groups = fields.Groups("synonyms").Select(ReadGroup).ToList();
        var acute = Said(fields, "acute");
        fields.RefuseOthers();
        return new ParsedSynonyms(file.Path, new Synonyms(groups, acute), problems.All);
    }

    private static (IReadOnlyList<string> Say, IReadOnlyList<string> Find) ReadGroup(FieldReader fields)
    {
        var (say, find) = (Said(fields, "say"), Phrases(fields, "find", mayEndInStar: false));
        foreach (var (name, phrases) in new[] { ("say", say), ("find", find) })
        {
            if (phrases.Count == 0 && !fields.Problems.HasErrors)
            {
                fields.Problems.Add(fields.PositionOf(name), ProblemCode.MissingField, $"The list \"{name}\" is missing or empty.",
                    "Write below \"say\" what people type, and below \"find\" the words of our pages that mean the same.");
            }
        }

        fields.RefuseOthers();
        return (say, find);
    }

    private static List<string> Said(FieldReader fields, string name) => Phrases(fields, name, mayEndInStar: true);

    private static List<string> Phrases(FieldReader fields, string name, bool mayEndInStar)
    {
        var good = new List<string>();
        foreach (var phrase in fields.Texts(name, LongestPhrase))
        {
            var plain = mayEndInStar ? phrase.Value.TrimEnd('*') : phrase.Value;
            var letters = SearchWords.Fold(plain).Length;
            if (letters > 0 && !plain.Contains('*', StringComparison.Ordinal) && (plain.Length == phrase.Value.Length || letters >= ShortestBeforeStar))
            {
                good.Add(phrase.Value);
            }
            else
            {
                fields.Problems.Add(phrase.At, ProblemCode.OutOfRange, $"\"{phrase.Value}\" would find too much, or nothing.",
                    mayEndInStar ? $"A star may only stand at the end of a word, behind at least {ShortestBeforeStar} letters." : "Write whole words, without a star.");
            }
        }

        return good;
    }
}
