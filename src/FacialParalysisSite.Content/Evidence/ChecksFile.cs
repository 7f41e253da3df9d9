using System.Collections.Frozen;
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

    private static readonly PhraseList Phrases = new(LongestPhrase, phrase => phrase.Length);

    /// <summary>The fields of which each makes a check, some of them in a group. Urgent topics need no words besides the line that is shown.</summary>
    private static readonly string[][] Needed =
    [
        ["reading", "body"], ["reading", "inShort"], ["superlatives"], ["promises"], ["brands"], ["numbers"], ["sources"],
        ["offLabel", "topics"], ["offLabel", "mustSay"], ["urgent", "topics"], ["sections"],
    ];

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
        var rules = Read(fields);
        if (!problems.HasErrors)
        {
            ReportSwitchedOff(fields, problems);
        }

        return new ParsedChecks(file.Path, rules, problems.All);
    }

    /// <summary>What is missing or empty asks nothing, and nobody would notice. Only "sources: false" says so itself.</summary>
    private static void ReportSwitchedOff(FieldReader fields, FileProblems problems)
    {
        foreach (var path in Needed)
        {
            var owner = path is [var group, _] ? fields.Group(group) : fields;
            if (owner is null || !owner.Has(path[^1]) || owner.CountOf(path[^1]) == 0)
            {
                var name = string.Join(": ", path);
                problems.Add((owner ?? fields).PositionOf(path[^1]), ProblemCode.CheckSwitchedOff, $"\"{name}\" is missing or empty, so nothing is asked there: this check is switched off.",
                    "Put back what stood there; the last version is in the version history.");
            }
        }

        foreach (var rule in fields.Groups("sections").Where(rule => rule.CountOf("ids") == 0))
        {
            problems.Add(rule.PositionOf("ids"), ProblemCode.CheckSwitchedOff, "\"ids\" is missing or empty, so no section is asked for: this check is switched off.",
                "Put the names of the sections back, or delete the entry.");
        }
    }

    private static EvidenceRules Read(FieldReader fields)
    {
        var reading = fields.Group("reading");
        var rules = new EvidenceRules
        {
            HighestGrade = reading?.Number("body", smallest: 1, largest: 18),
            HighestGradeInShort = reading?.Number("inShort", smallest: 1, largest: 18),
            WordsThatStay = (reading?.Texts("words", LongestPhrase) ?? []).Select(word => word.Value.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal),
            Superlatives = Words(fields, "superlatives"),
            Promises = Words(fields, "promises"),
            Allowed = Words(fields, "allowed"),
            Brands = fields.Groups("brands").Select(ReadBrand).ToList(),
            NumbersThatNeedASource = new NumberFinder(Words(fields, "numbers")),
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
        return new Brand(new WordList(name.Trim('*').Length == 0 ? [] : [name]), firstUse);
    }

    private static TopicRule ReadTopic(FieldReader? fields)
    {
        if (fields is null)
        {
            return TopicRule.None;
        }

        var topics = Words(fields, "topics");
        var mustSay = Words(fields, "mustSay").All.Select(phrase => new WordList([phrase])).ToList();
        fields.RefuseOthers();
        return new TopicRule(topics, mustSay);
    }

    private static SectionRule ReadSections(FieldReader fields)
    {
        var rule = new SectionRule(fields.RequiredSlug("category"), fields.Slugs("ids").Select(id => id.Value).ToList());
        fields.RefuseOthers();
        return rule;
    }

    private static WordList Words(FieldReader fields, string name) => new(Phrases.Read(fields, name));
}
