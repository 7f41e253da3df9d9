using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Yaml;

namespace FacialParalysisSite.Content.Home;

/// <summary>Reads <c>home.yml</c>.</summary>
internal sealed class HomeFile
{
    public const string Name = "home.yml";

    private readonly List<Located<string>> _articles = [];
    private readonly List<Located<string>> _pages = [];
    private readonly List<Passage> _words = [];

    public static ParsedFile Parse(ContentFile file, EvidenceRules rules, FileProblems problems)
    {
        if (YamlReader.Read(file.Text, firstLine: 1, problems) is not YamlMap map)
        {
            if (!problems.HasErrors)
            {
                problems.Add(Position.Start, ProblemCode.BadYaml, "The file has no fields.", "Put the last version back; it is in the version history.");
            }

            return new UnusableFile(file.Path, problems.All);
        }

        var reading = new HomeFile();
        var home = reading.Read(new FieldReader(map, problems));
        EvidenceGate.Check(new WrittenText { Head = reading._words, Body = [], Headings = [] }, rules, problems);
        return new ParsedHome(file.Path, home, reading._articles, reading._pages, problems.All);
    }

    private HomePage Read(FieldReader fields)
    {
        var home = new HomePage
        {
            Title = Words(fields, "title", longest: 100),
            Lead = Words(fields, "lead", longest: 300),
            Branches = fields.Groups("branches").Select(ReadBranch).ToList(),
            Doors = fields.Groups("doors").Select(ReadDoor).ToList(),
            Care = fields.Groups("care").Select(ReadCare).ToList(),
            Director = ReadCard(fields.Group("director")),
            Visit = ReadCard(fields.Group("visit")),
        };
        if (home.Branches.Count is not (0 or HomePage.MostDoors))
        {
            fields.Problems.Add(fields.PositionOf("branches"), ProblemCode.OutOfRange, $"The facial nerve has five branches, but here are {home.Branches.Count}.",
                "Write all five, from the brow down, or delete the field.");
        }

        if (home.Doors.Count > HomePage.MostDoors)
        {
            fields.Problems.Add(fields.PositionOf("doors"), ProblemCode.OutOfRange, $"There are {home.Doors.Count} doors; {HomePage.MostDoors} is the most.",
                "Five lines lead to them. Take one out.");
        }

        fields.RefuseOthers();
        return home with { Doors = home.Doors.Take(HomePage.MostDoors).ToList() };
    }

    private Branch ReadBranch(FieldReader fields)
    {
        var branch = new Branch(Words(fields, "name", longest: 60), Words(fields, "place", longest: 60));
        fields.RefuseOthers();
        return branch;
    }

    private Door ReadDoor(FieldReader fields)
    {
        var door = new Door(Words(fields, "title", longest: 80), Words(fields, "text", longest: 200), ArticleOf(fields));
        fields.RefuseOthers();
        return door;
    }

    private CareKind ReadCare(FieldReader fields)
    {
        var care = new CareKind(Words(fields, "name", longest: 60), Words(fields, "when", longest: 40),
            Words(fields, "can", longest: 300), Words(fields, "cannot", longest: 300), ArticleOf(fields));
        fields.RefuseOthers();
        return care;
    }

    private HomeCard? ReadCard(FieldReader? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var title = Words(fields, "title", longest: 80);
        var lines = fields.Texts("lines", longest: 300);
        _words.AddRange(lines.Select(Passage.OfField));
        var page = fields.RequiredSlug("page");
        _pages.Add(page);
        var card = new HomeCard(title, lines.Select(line => line.Value).ToList(), Words(fields, "link", longest: 80), page.Value);
        fields.RefuseOthers();
        return card;
    }

    private string ArticleOf(FieldReader fields)
    {
        var article = fields.RequiredSlug("article");
        _articles.Add(article);
        return article.Value;
    }

    private string Words(FieldReader fields, string name, int longest)
    {
        var words = fields.RequiredText(name, longest);
        _words.Add(Passage.OfField(new Located<string>(words, fields.PositionOf(name))));
        return words;
    }
}
