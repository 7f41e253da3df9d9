using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Yaml;

namespace FacialParalysisSite.Content.Search;

/// <summary>Reads <c>synonyms.yml</c>: what people say for what, and whom the search tells them to call.</summary>
internal sealed class SynonymsFile
{
    public const string Name = "synonyms.yml";

    private const int LongestPhrase = 150;

    /// <summary>The groups of words of alarm, the most needed first. Each must be there: taken out by a mistake, nobody would notice until somebody needs it.</summary>
    private static readonly (string Name, UrgentKind Kind)[] Alarms =
    [
        ("crisis", UrgentKind.Crisis), ("emergency", UrgentKind.WithOwnLine), ("acute", UrgentKind.WithLineOfTheClinic), ("eye", UrgentKind.WithOwnLine), ("possible", UrgentKind.WithLineOfTheClinic),
    ];

    private static readonly PhraseList Phrases = new(LongestPhrase, phrase => SearchWords.Fold(phrase).Length);

    private readonly List<Located<string>> _articles = [];

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

        var reading = new SynonymsFile();
        var synonyms = reading.Read(new FieldReader(map, problems));
        return new ParsedSynonyms(file.Path, synonyms, reading._articles, problems.All);
    }

    private Synonyms Read(FieldReader fields)
    {
        var groups = fields.Groups("synonyms").Select(ReadGroup).ToList();
        var first = fields.Groups("first").Select(ReadFirst).ToList();
        var help = Alarms.Select(alarm => ReadHelp(fields.Group(alarm.Name), alarm.Kind)).OfType<UrgentHelp>().ToList();
        var places = fields.Groups("places").Select(ReadPlace).OfType<SearchPlace>().ToList();
        fields.RefuseOthers();
        foreach (var (name, _) in Alarms)
        {
            RequireHelp(fields, name);
        }

        return new Synonyms(groups, first, help, places);
    }

    private static (IReadOnlyList<string> Say, IReadOnlyList<string> Find) ReadGroup(FieldReader fields)
    {
        var (say, find) = (Phrases.Read(fields, "say"), Phrases.Read(fields, "find", mayEndInStar: false));
        Require(fields, "say", "Write below \"say\" what people type, such as [droopy].");
        Require(fields, "find", "Write below \"find\" the words of our pages that mean the same.");
        fields.RefuseOthers();
        return (say, find);
    }

    private (IReadOnlyList<string> Say, IReadOnlyList<string> Articles) ReadFirst(FieldReader fields)
    {
        var say = Phrases.Read(fields, "say", mayEndInStar: false);
        var articles = fields.Slugs("articles");
        _articles.AddRange(articles);
        Require(fields, "say", "Write below \"say\" all that somebody types, such as [bells palsy].");
        Require(fields, "articles", "Write below \"articles\" the file names of the articles that are to come first, without .md.");
        fields.RefuseOthers();
        return (say, articles.Select(slug => slug.Value).ToList());
    }

    private UrgentHelp? ReadHelp(FieldReader? fields, UrgentKind kind)
    {
        if (fields is null)
        {
            return null;
        }

        var articles = fields.Slugs("articles");
        _articles.AddRange(articles);
        var help = new UrgentHelp(new AcuteWords(Phrases.Read(fields, "say"), Phrases.Read(fields, "unless", mayEndInStar: false)))
        {
            Call = ReadCall(fields),
            Line = kind == UrgentKind.WithLineOfTheClinic ? null : fields.RequiredText("line", longest: 300),
            Articles = articles.Select(slug => slug.Value).ToList(),
            ComesFirst = kind == UrgentKind.Crisis,
            Find = Phrases.Read(fields, "find", mayEndInStar: false),
        };
        Require(fields, "say", "Write below \"say\" what somebody types who may need help now.");
        fields.RefuseOthers();
        return help;
    }

    private static string ReadCall(FieldReader fields)
    {
        var call = fields.RequiredText("call", longest: 15);
        if (call.Length > 0 && !(call.Length >= 3 && call.All(char.IsAsciiDigit)))
        {
            fields.Problems.Add(fields.PositionOf("call"), ProblemCode.BadPhone, $"\"{call}\" is not a number that can be dialled.", "Write the digits alone, such as \"911\".");
        }

        return call;
    }

    private static SearchPlace? ReadPlace(FieldReader fields)
    {
        var place = new SearchPlace(fields.RequiredText("address", longest: 100), fields.RequiredText("title", longest: 100), fields.RequiredText("summary", longest: 300), Phrases.Read(fields, "words", mayEndInStar: false));
        Require(fields, "words", "Write below \"words\" what people call it.");
        fields.RefuseOthers();
        if (SearchPlace.Addresses.Contains(place.Address, StringComparer.Ordinal))
        {
            return place;
        }

        if (place.Address.Length > 0)
        {
            fields.Problems.Add(fields.PositionOf("address"), ProblemCode.BadAddress, $"{place.Address} is no page of the site itself.",
                $"Write one of {string.Join(", ", SearchPlace.Addresses)}. Pages and articles are found without an entry here.");
        }

        return null;
    }

    private static void RequireHelp(FieldReader fields, string name)
    {
        if (!fields.Has(name) && !fields.Problems.HasYamlFault)
        {
            fields.Problems.Add(Position.Start, ProblemCode.MissingField, $"The group \"{name}\" is missing, so that the search would tell nobody whom to call.", "Put it back from the version history.");
        }
    }

    private static void Require(FieldReader fields, string name, string hint)
    {
        // What is there and wrong is reported already, and what stands behind a fault of YAML is not missing but unread.
        if (fields.CountOf(name) == 0 && !fields.Problems.HasYamlFault)
        {
            fields.Problems.Add(fields.PositionOf(name), ProblemCode.MissingField, $"The list \"{name}\" is missing or empty.", hint);
        }
    }

    /// <summary>What a group of words of alarm shows and does.</summary>
    private enum UrgentKind
    {
        /// <summary>Its own line, and its articles first whatever else was typed.</summary>
        Crisis,

        /// <summary>Its own line.</summary>
        WithOwnLine,

        /// <summary>The line about emergencies in <c>clinic.yml</c>.</summary>
        WithLineOfTheClinic,
    }
}
