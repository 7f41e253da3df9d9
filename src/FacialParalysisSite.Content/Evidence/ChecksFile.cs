using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Yaml;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>Reads <c>checks.yml</c>.</summary>
internal static class ChecksFile
{
    public const string Name = "checks.yml";

    private const int LongestPhrase = 100;

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

        var rules = Read(new FieldReader(map, problems));
        return new ParsedChecks(file.Path, rules, problems.All);
    }

    private static EvidenceRules Read(FieldReader fields)
    {
        var reading = fields.Group("reading");
        var rules = new EvidenceRules
        {
            HighestGrade = reading?.Number("body", smallest: 1, largest: 18),
            HighestGradeInShort = reading?.Number("inShort", smallest: 1, largest: 18),
            WordsThatStay = (reading?.Texts("words", LongestPhrase) ?? []).Select(word => word.Value.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal),
            Superlatives = Phrases(fields, "superlatives"),
            Promises = Phrases(fields, "promises"),
            Allowed = Phrases(fields, "allowed"),
            Brands = fields.Groups("brands").Select(ReadBrand).ToList(),
            NumberThatNeedsASource = NumberBefore(fields.Texts("numbers", LongestPhrase)),
            NeedsSources = fields.Flag("sources"),
            OffLabel = ReadTopic(fields.Group("offLabel")),
            Urgent = ReadTopic(fields.Group("urgent")),
            Sections = fields.Groups("sections").Select(ReadSections).ToList(),
        };
        reading?.RefuseOthers();
        fields.RefuseOthers();
        return rules;
    }

    private static Brand ReadBrand(FieldReader fields)
    {
        var name = fields.RequiredText("name", LongestPhrase);
        var firstUse = fields.RequiredText("firstUse", LongestPhrase);
        fields.RefuseOthers();
        return new Brand(name.Length == 0 ? Evidence.Phrases.None : new Phrases([name]), firstUse);
    }

    private static TopicRule ReadTopic(FieldReader? fields)
    {
        if (fields is null)
        {
            return TopicRule.None;
        }

        var topics = Phrases(fields, "topics");
        var mustSay = fields.Texts("mustSay", LongestPhrase).Select(phrase => new Phrases([phrase.Value])).ToList();
        fields.RefuseOthers();
        return new TopicRule(topics, mustSay);
    }

    private static SectionRule ReadSections(FieldReader fields)
    {
        var rule = new SectionRule(fields.RequiredSlug("category"), fields.Slugs("ids").Select(id => id.Value).ToList());
        fields.RefuseOthers();
        return rule;
    }

    private static Phrases Phrases(FieldReader fields, string name) =>
        new(fields.Texts(name, LongestPhrase).Select(phrase => phrase.Value).Where(phrase => phrase.Trim('*').Length > 0).ToList());

    /// <summary>Finds "63 patients", "three small studies", "2 to 5 weeks" and "17%".</summary>
    private static Regex? NumberBefore(IReadOnlyList<Located<string>> things)
    {
        const string Number = @"(?:\b\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))";
        var signs = things.Where(thing => !char.IsLetter(thing.Value[0])).Select(sign => @"\b\d[\d.,]*\s?" + Regex.Escape(sign.Value));
        var words = things.Where(thing => char.IsLetter(thing.Value[0])).Select(word => Regex.Escape(word.Value)).ToList();
        var patterns = words.Count == 0 ? signs : signs.Append($@"{Number}[\s-](?:\w+\s)?(?:{string.Join('|', words)})\b");
        return things.Count == 0 ? null
            : new Regex(string.Join('|', patterns), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
