using FacialParalysisSite.Content.Addresses;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Home;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Markdown.Parsing;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.People;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Parsing;

/// <summary>Reads and parses single files; the place of a file says what kind it is.</summary>
/// <param name="folder">Where they lie.</param>
/// <param name="rules">What their words are checked for.</param>
/// <param name="checksWords">Whether the words of articles, pages, people and cases are checked; else they await it.</param>
internal sealed class ContentParser(ContentFolder folder, EvidenceRules rules, bool checksWords = true)
{
    public ParsedFile Parse(FileStamp stamp)
    {
        var problems = new FileProblems(stamp.Path);
        if (stamp.IsUnreadableFolder)
        {
            problems.Add(Position.Start, ProblemCode.Unreadable, "The folder cannot be read; what was in it stays up.",
                "Check that the site may read it (file permissions).");
            return new UnusableFile(stamp.Path, problems.All);
        }

        if (stamp.LeadsOutside)
        {
            problems.Add(Position.Start, ProblemCode.LinkOutOfContent, "This is a link that leads out of the content folder, or nowhere.",
                "Put the file itself here instead of a link to it.");
            return new UnusableFile(stamp.Path, problems.All);
        }

        return stamp.Path switch
        {
            "clinic.yml" => With(stamp, problems, (file, found) => ClinicFile.Parse(file, rules, found)),
            "categories.yml" => With(stamp, problems, (file, found) => CategoriesFile.Parse(file, rules, found)),
            "tags.yml" => With(stamp, problems, (file, found) => TagsFile.Parse(file, rules, found)),
            HomeFile.Name => With(stamp, problems, (file, found) => HomeFile.Parse(file, rules, found)),
            ChecksFile.Name => With(stamp, problems, ChecksFile.Parse),
            SynonymsFile.Name => With(stamp, problems, SynonymsFile.Parse),
            AddressFile.Name => With(stamp, problems, AddressFile.Parse),
            "README.md" => new UnusableFile(stamp.Path, []),
            _ when IsIn("articles", stamp.Path) => WithName(stamp, problems, ParseArticle),
            _ when IsIn("pages", stamp.Path) => WithName(stamp, problems, ParsePage),
            _ when IsIn("people", stamp.Path) => WithName(stamp, problems, ParsePerson),
            _ when IsIn("gallery", stamp.Path) => WithName(stamp, problems, ParseCase),
            _ when stamp.Path.StartsWith("images/", StringComparison.Ordinal) => PictureFile.Parse(folder, stamp, problems),
            _ => Unexpected(stamp, problems),
        };
    }

    private ParsedFile With(FileStamp stamp, FileProblems problems, Func<ContentFile, FileProblems, ParsedFile> parse)
    {
        if (folder.Read(stamp, problems) is not { } file)
        {
            return new UnusableFile(stamp.Path, problems.All);
        }

        var parsed = parse(file, problems);
        return parsed with { Fingerprint = file.Fingerprint(), FaultyText = parsed.HasErrors ? file.Text : null };
    }

    private ParsedFile WithName(FileStamp stamp, FileProblems problems, Func<ContentFile, FileProblems, ParsedFile> parse)
    {
        if (!Slug.IsValid(Path.GetFileNameWithoutExtension(stamp.Path)))
        {
            problems.Add(Position.Start, ProblemCode.BadFileName, "The name of the file becomes its address, but not every character can stand there.", Slug.Rule);
        }

        return With(stamp, problems, parse);
    }

    private ParsedFile ParseArticle(ContentFile file, FileProblems problems)
    {
        var split = FrontMatterSplit.Of(file, problems);
        var frontMatter = split.Fields is null ? null : ArticleFrontMatter.Read(split.Fields);
        var body = ReadBody(split, frontMatter?.Sources, problems);
        if (frontMatter is null || body is null)
        {
            return new UnusableFile(file.Path, problems.All);
        }

        ReportUncited(frontMatter.Sources, body.Body.Citations, split.Fields!);
        ReportUnreviewed(isClinical: !frontMatter.Draft, split.Fields!);
        return WithWords(new ParsedArticle(file.Path, frontMatter, body.Body, problems.All), () => WrittenText.Of(frontMatter, split.Fields!, body), problems);
    }

    private ParsedFile ParsePage(ContentFile file, FileProblems problems)
    {
        var split = FrontMatterSplit.Of(file, problems);
        var frontMatter = split.Fields is null ? null : PageFrontMatter.Read(split.Fields);
        var body = ReadBody(split, frontMatter?.Sources, problems);
        if (SiteAddresses.Reserved.Contains(file.Slug))
        {
            problems.Add(Position.Start, ProblemCode.ReservedSlug, $"The address /{file.Slug} belongs to the site itself.", "Give the file another name.");
        }

        if (frontMatter is null || body is null)
        {
            return new UnusableFile(file.Path, problems.All);
        }

        ReportUncited(frontMatter.Sources, body.Body.Citations, split.Fields!);
        ReportUnreviewed(isClinical: frontMatter is { Clinical: true, Draft: false }, split.Fields!);
        if (frontMatter.Questions && !body.Body.HasQuestions())
        {
            split.Fields!.Contradict("questions", "No heading of the page is a question with an answer below it.",
                "End the headings that are questions with a question mark, and write the answers below them; or delete \"questions\".");
        }

        return WithWords(new ParsedPage(file.Path, frontMatter, body.Body, problems.All), () => WrittenText.Of(frontMatter, split.Fields!, body), problems);
    }

    private ParsedFile ParseCase(ContentFile file, FileProblems problems)
    {
        var split = FrontMatterSplit.Of(file, problems);
        var frontMatter = split.Fields is null ? null : GalleryFrontMatter.Read(split.Fields);
        var body = ReadBody(split, frontMatter?.Sources, problems);
        if (frontMatter is null || body is null)
        {
            return new UnusableFile(file.Path, problems.All);
        }

        ReportUncited(frontMatter.Sources, body.Body.Citations, split.Fields!);
        ReportUnreviewed(isClinical: !frontMatter.Draft, split.Fields!);
        return WithWords(new ParsedCase(file.Path, frontMatter, body.Body, problems.All), () => WrittenText.Of(frontMatter, split.Fields!, body), problems);
    }

    private ParsedFile ParsePerson(ContentFile file, FileProblems problems)
    {
        var split = FrontMatterSplit.Of(file, problems);
        var body = ReadBody(split, sources: [], problems);
        var person = PersonFrontMatter.Read(file.Slug, split.Fields) with { Body = body?.Body };
        return WithWords(new ParsedPerson(file.Path, person, problems.All), () => WrittenText.OfPerson(split.Fields, body), problems);
    }

    private ParsedFile WithWords(ParsedFile file, Func<WrittenText> words, FileProblems problems) =>
        checksWords ? file with { Grade = EvidenceGate.Check(words(), rules, problems) } : file with { AwaitsWordCheck = true };

    /// <summary>Reads the text even where the fields could not be read: all problems of a file are named at once.</summary>
    private static BodyReading? ReadBody(FrontMatterSplit split, IReadOnlyList<Source>? sources, FileProblems problems) =>
        split.HasBody ? BodyReader.Read(split, sources?.Select(source => source.Id).ToHashSet(StringComparer.Ordinal), problems) : null;

    private static UnusableFile Unexpected(FileStamp stamp, FileProblems problems)
    {
        problems.Add(Position.Start, ProblemCode.UnexpectedFile, "The site does not read this file.",
            "Articles lie in articles/ and end with .md, pages in pages/, people in people/, cases in gallery/, pictures in images/.");
        return new UnusableFile(stamp.Path, problems.All);
    }

    private static void ReportUncited(IReadOnlyList<Source> sources, IReadOnlyList<string> citations, FieldReader fields)
    {
        foreach (var source in sources.Where(source => !citations.Contains(source.Id, StringComparer.Ordinal)))
        {
            fields.Problems.Add(fields.PositionOf("sources"), ProblemCode.UncitedSource, $"The source \"{source.Id}\" is never cited in the text.",
                $"Write [@{source.Id}] behind the words it supports, or delete it.");
        }
    }

    private static void ReportUnreviewed(bool isClinical, FieldReader fields)
    {
        if (isClinical && !fields.Has("reviewer"))
        {
            fields.Problems.Add(Position.Start, ProblemCode.AwaitingReview, "No clinician has reviewed this page.",
                "The page says so. After a review fill in \"reviewer\", \"reviewed\" and \"reviewDue\".");
        }
    }

    private static bool IsIn(string folder, string path) =>
        path.StartsWith(folder + "/", StringComparison.Ordinal)
        && path.IndexOf('/', folder.Length + 1) < 0
        && path.EndsWith(".md", StringComparison.Ordinal);
}
