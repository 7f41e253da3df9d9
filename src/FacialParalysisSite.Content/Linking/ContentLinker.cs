using System.Globalization;
using FacialParalysisSite.Content.Addresses;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Home;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.People;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Linking;

/// <summary>
/// Looks up what files say of each other and decides which version of each is used: the one on the disk where it has
/// no error, else the last good one. A file is never blamed for the fault of another.
/// </summary>
internal sealed class ContentLinker
{
    /// <summary>Files that a site cannot be without: where one is missing, that is a fault, and what it said last stays in use.</summary>
    public static readonly IReadOnlyList<string> NeededFiles = ["clinic.yml", "categories.yml", "tags.yml", HomeFile.Name, ChecksFile.Name, SynonymsFile.Name];

    private readonly IReadOnlyDictionary<string, ParsedFile> _files;
    private readonly ContentSet _previous;
    private readonly Publication _publication;
    private readonly DateOnly _today;
    private readonly Dictionary<string, FileProblems> _problems = new(StringComparer.Ordinal);
    private readonly AliasRegister _aliases;
    private readonly LinkCheck _links;

    private ContentLinker(IReadOnlyDictionary<string, ParsedFile> files, ContentSet previous, Publication publication)
    {
        _files = files;
        _previous = previous;
        _publication = publication;
        _today = publication.Today;
        _aliases = new AliasRegister(files);
        _links = new LinkCheck(files);
    }

    /// <summary>Makes a new set.</summary>
    /// <param name="files">Every file there is now, parsed.</param>
    /// <param name="previous">The set in use until now.</param>
    /// <param name="publication">What is published now, and which reviews are due.</param>
    public static ContentSet Link(IReadOnlyDictionary<string, ParsedFile> files, ContentSet previous, Publication publication) =>
        new ContentLinker(files, previous, publication).Link();

    private ContentSet Link()
    {
        ReportDuplicateSlugs();
        ReportDuplicateHubs();
        ClaimAliases();
        var set = LinkLists() with { Home = LinkHome() };
        ReportUnknownCategories(set);
        set = set with { People = LinkPeople() };
        set = set with
        {
            Articles = GoodVersions<ParsedArticle, Article>(_previous.Articles, file => Resolve(file, set), new PeopleOfToday(set.People).In),
            Pages = GoodVersions<ParsedPage, Page>(_previous.Pages, file => Resolve(file, set), new PeopleOfToday(set.People).In),
            Cases = LinkCases(set),
            Pictures = GoodVersions<ParsedPicture, ParsedPicture>(_previous.Pictures, file => file, picture => picture),
        };
        CheckAddresses(set);
        return set with { Problems = AllProblems() };
    }

    /// <summary>What has an alias already keeps it; a newcomer that wants the same one is at fault.</summary>
    private void ClaimAliases()
    {
        var articles = Files<ParsedArticle>().SelectMany(file => file.FrontMatter.Aliases.Select(alias => (file: (ParsedFile)file, alias)));
        var pages = Files<ParsedPage>().SelectMany(file => file.FrontMatter.Aliases.Select(alias => (file: (ParsedFile)file, alias)));
        foreach (var (file, alias) in articles.Concat(pages).OrderBy(claim => HadBefore(claim.file.Path, claim.alias.Value) ? 0 : 1))
        {
            _aliases.Claim(alias, file.Path, ProblemsOf(file));
        }
    }

    private bool HadBefore(string path, string alias) =>
        (_previous.Articles.GetValueOrDefault(path)?.Aliases ?? _previous.Pages.GetValueOrDefault(path)?.Aliases)?.Contains(alias, StringComparer.Ordinal) == true;

    private ContentSet LinkLists()
    {
        var clinic = File<ParsedClinic>("clinic.yml");
        var categories = File<ParsedCategories>("categories.yml");
        var tags = File<ParsedTags>("tags.yml");
        if (clinic?.SecurityUntil is { } until && _publication.FaultOf(until.Value) is { } fault)
        {
            ProblemsOf(clinic).Add(until.At, ProblemCode.BadSecurityDate, fault, "Check that \"contact\" is still right. Then write a day within the next year.");
        }

        return ContentSet.Empty with
        {
            Clinic = clinic is { HasErrors: false } ? clinic.Clinic : _previous.Clinic ?? clinic?.Clinic,
            Categories = categories is { HasErrors: false } ? categories.Categories : Either(_previous.Categories, categories?.Categories),
            Tags = tags is { HasErrors: false } ? tags.Tags : Either(_previous.Tags, tags?.Tags),
            Synonyms = LinkSynonyms(),
        };
    }

    /// <summary>The words of somebody who may need help now are in this file: as it was last, it stays in use where it is missing, too.</summary>
    private Synonyms LinkSynonyms()
    {
        var file = _files.GetValueOrDefault(SynonymsFile.Name);
        if (file is ParsedSynonyms read)
        {
            _links.CheckSynonyms(read, ProblemsOf(read));
        }

        return file switch
        {
            ParsedSynonyms good when !HasErrors(good) => good.Synonyms,
            _ when _previous.Synonyms == Synonyms.None => (file as ParsedSynonyms)?.Synonyms ?? Synonyms.None,
            _ => _previous.Synonyms,
        };
    }

    private HomePage? LinkHome()
    {
        if (File<ParsedHome>(HomeFile.Name) is not { } file)
        {
            return _previous.Home;
        }

        _links.CheckHome(file, ProblemsOf(file));
        return HasErrors(file) ? _previous.Home ?? file.Home : file.Home;
    }

    private Dictionary<string, Person> LinkPeople()
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var file in Files<ParsedPerson>())
        {
            if (file.Person.Body is not null)
            {
                _links.Check(file.Person.Body.Outline, file.Path, ProblemsOf(file));
            }

            people[file.Path] = !HasErrors(file) ? file.Person : _previous.People.GetValueOrDefault(file.Path) ?? file.Person;
        }

        foreach (var (path, person) in _previous.People.Where(person => IsUnusable(person.Key)))
        {
            people.TryAdd(path, person);
        }

        return people;
    }

    /// <summary>Every file as it is where it has no error, else its last good version, where there is one.</summary>
    private Dictionary<string, T> GoodVersions<TFile, T>(IReadOnlyDictionary<string, T> previous, Func<TFile, T> resolve, Func<T, T> renew)
        where TFile : ParsedFile
        where T : class
    {
        var good = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var file in Files<TFile>())
        {
            var now = resolve(file);
            if (!HasErrors(file))
            {
                good[file.Path] = now;
            }
            else if (previous.GetValueOrDefault(file.Path) is { } version)
            {
                good[file.Path] = renew(version);
            }
        }

        foreach (var (path, version) in previous.Where(version => IsUnusable(version.Key)))
        {
            good.TryAdd(path, renew(version));
        }

        return good;
    }

    private Article Resolve(ParsedArticle file, ContentSet set)
    {
        var fields = file.FrontMatter;
        var problems = ProblemsOf(file);
        var names = new NameLookup(_files, set, problems);
        _links.Check(file.Body.Outline, file.Path, problems);
        _links.CheckRelated(fields.Related, file.Path, problems);
        if (fields.Image is { } image)
        {
            _links.CheckPicture(image, problems);
        }

        RefuseFuture(fields.Updated, "updated", notAfter: Later(_today, fields.Published.Day), problems);
        return new Article
        {
            Slug = file.Slug,
            File = file.Path,
            Title = fields.Title,
            Summary = fields.Summary,
            Category = names.Category(fields.Category),
            Tags = fields.Tags.Select(names.Tag).OfType<Tag>().Distinct().ToList(),
            Author = names.Person(fields.Author),
            Published = fields.Published,
            Updated = fields.Updated?.Value,
            Review = ReviewOf(fields.Review, names, problems),
            IsDraft = fields.Draft,
            Expires = fields.Expires?.Value,
            Aliases = _aliases.Of(file.Path, fields.Aliases),
            InShort = fields.InShort.Select(line => line.Value).ToList(),
            IsUrgent = fields.Urgent,
            IsOffLabel = fields.OffLabel,
            Sources = DocumentFields.InOrderOfCitation(fields.Sources, file.Body),
            Related = fields.Related.Select(related => related.Value).ToList(),
            Image = fields is { Image: { } picture, ImageAlt: { } alt } ? new ArticleImage(picture.Value, alt) : null,
            Grade = file.Grade,
            Body = file.Body,
        };
    }

    private Page Resolve(ParsedPage file, ContentSet set)
    {
        var fields = file.FrontMatter;
        var problems = ProblemsOf(file);
        var names = new NameLookup(_files, set, problems);
        _links.Check(file.Body.Outline, file.Path, problems);
        RefuseFuture(fields.Updated, "updated", notAfter: _today, problems);
        return new Page
        {
            Slug = file.Slug,
            File = file.Path,
            Title = fields.Title,
            Summary = fields.Summary,
            ShortTitle = fields.ShortTitle ?? fields.Title,
            Menu = fields.Menu,
            Order = fields.Order,
            Category = fields.Category is { } category ? names.Category(category) : null,
            Updated = fields.Updated?.Value,
            IsClinical = fields.Clinical,
            Review = ReviewOf(fields.Review, names, problems),
            IsDraft = fields.Draft,
            Expires = fields.Expires?.Value,
            Aliases = _aliases.Of(file.Path, fields.Aliases),
            IsUrgent = fields.Urgent,
            IsOffLabel = fields.OffLabel,
            HasQuestions = fields.Questions,
            Sources = DocumentFields.InOrderOfCitation(fields.Sources, file.Body),
            People = fields.People.Select(names.Person).ToList(),
            Grade = file.Grade,
            Body = file.Body,
        };
    }

    /// <summary>
    /// A faulty file keeps its last good version only where both are drawings, as far as can be read: a slip must not keep
    /// up what a patient took back.
    /// </summary>
    private Dictionary<string, GalleryCase> LinkCases(ContentSet set)
    {
        var linker = new GalleryLinker(_files, _publication, _links);
        var people = new PeopleOfToday(set.People);
        var good = new Dictionary<string, GalleryCase>(StringComparer.Ordinal);
        foreach (var file in Files<ParsedCase>())
        {
            var problems = ProblemsOf(file);
            var now = linker.Resolve(file, ReviewOf(file.FrontMatter.Review, new NameLookup(_files, set, problems), problems), problems);
            var used = !HasErrors(file) ? now
                : now?.Kind == CaseKind.Illustration && file.FrontMatter.Authorization is null && _previous.Cases.GetValueOrDefault(file.Path) is { IsOfPatient: false } version ? people.In(version)
                : null;
            if (used is not null && linker.HasRightPictures(used))
            {
                good[file.Path] = used;
            }
        }

        linker.ReportUnused(ProblemsOf);
        return good;
    }

    private Review? ReviewOf(ReviewFields fields, NameLookup names, FileProblems problems)
    {
        if (fields is not { Reviewer: { } name, Reviewed: { } on, ReviewDue: { } due })
        {
            return null;
        }

        RefuseFuture(on, "reviewed", notAfter: _today, problems);
        if (due.Value.Day <= _today)
        {
            problems.Add(due.At, ProblemCode.ReviewOverdue, $"A review is due since {due.Value.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.",
                "Ask a clinician to review it, then change \"reviewed\" and \"reviewDue\". The page says that a review is due.");
        }

        return new Review(names.Clinician(name), on.Value, due.Value);
    }

    internal static void RefuseFuture(Located<ContentDate>? date, string name, DateOnly notAfter, FileProblems problems)
    {
        if (date is { } given && given.Value.Day > notAfter)
        {
            problems.Add(given.At, ProblemCode.DateInTheFuture, $"\"{name}\" is a day that has not come yet.", "Write the day on which it happened.");
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>A file that cannot be parsed at all now, but is still there, keeps its last good version too.</summary>
    private bool IsUnusable(string path) => _files.GetValueOrDefault(path) is UnusableFile;

    /// <summary>Names that differ only in capital letters would be one address.</summary>
    private void ReportDuplicateSlugs()
    {
        foreach (var same in _files.Values.Where(file => file.Folder is "articles" or "pages" or "people" or "gallery")
                     .GroupBy(file => file.Path.ToLowerInvariant(), StringComparer.Ordinal)
                     .Where(group => group.Count() > 1))
        {
            var first = same.OrderByDescending(file => file.Path, StringComparer.Ordinal).First();
            foreach (var file in same.Where(file => file != first))
            {
                ProblemsOf(file).Add(Position.Start, ProblemCode.DuplicateSlug, $"This file and {first.Path} would have the same address.",
                    "Give one of them another name.");
            }
        }
    }

    /// <summary>A slip in <c>checks.yml</c> must not switch a check off.</summary>
    private void ReportUnknownCategories(ContentSet set)
    {
        if (File<ParsedChecks>(ChecksFile.Name) is { } checks)
        {
            var names = new NameLookup(_files, set, ProblemsOf(checks));
            foreach (var rule in checks.Rules.Sections)
            {
                names.Category(rule.Category);
            }
        }
    }

    /// <summary>A category has one hub: the first that claimed it keeps it.</summary>
    private void ReportDuplicateHubs()
    {
        var claims = Files<ParsedPage>().Where(file => file.FrontMatter is { Category: not null, Draft: false })
            .OrderBy(file => _previous.Pages.GetValueOrDefault(file.Path)?.Category is null ? 1 : 0)
            .GroupBy(file => file.FrontMatter.Category!.Value.Value, StringComparer.Ordinal);
        foreach (var category in claims)
        {
            foreach (var file in category.Skip(1))
            {
                ProblemsOf(file).Add(file.FrontMatter.Category!.Value.At, ProblemCode.DuplicateHub,
                    $"{category.First().Path} already is the page of the category \"{category.Key}\".", "Delete the field \"category\" in one of the two.");
            }
        }
    }

    private List<ContentProblem> AllProblems()
    {
        var own = _files.Values.SelectMany(file => file.Problems);
        var missing = NeededFiles.Where(path => !_files.ContainsKey(path))
            .Select(path => new ContentProblem(path, Position.Start, ProblemCode.MissingFile, "The file is missing.", "Put it back; the last version is in the version history."));
        return InOrder(own.Concat(_problems.Values.SelectMany(problems => problems.All)).Concat(missing));
    }

    /// <summary>Problems in the order of files and lines.</summary>
    public static List<ContentProblem> InOrder(IEnumerable<ContentProblem> problems) =>
        problems.OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)
            .ThenBy(problem => problem.Code.Id, StringComparer.Ordinal)
            .ToList();

    private void CheckAddresses(ContentSet set)
    {
        // Where the whole folder cannot be read, nobody knows whether there is a list.
        var file = _files.GetValueOrDefault(AddressFile.Name);
        if (file is ParsedAddresses || (file is null && !_files.ContainsKey("")))
        {
            new AddressCheck(_files, set, _publication, HasErrors).Run(file as ParsedAddresses, file is null ? ProblemsAt(AddressFile.Name) : ProblemsOf(file));
        }
    }

    private bool HasErrors(ParsedFile file) => file.HasErrors || ProblemsOf(file).HasErrors;

    private FileProblems ProblemsOf(ParsedFile file) => file.IsTrusted ? new FileProblems(file.Path) : ProblemsAt(file.Path);

    private FileProblems ProblemsAt(string path)
    {
        if (!_problems.TryGetValue(path, out var problems))
        {
            _problems[path] = problems = new FileProblems(path);
        }

        return problems;
    }

    private T? File<T>(string path)
        where T : ParsedFile => _files.GetValueOrDefault(path) as T;

    private IEnumerable<T> Files<T>()
        where T : ParsedFile => _files.Values.OfType<T>().OrderBy(file => file.Path, StringComparer.Ordinal);

    private static IReadOnlyList<T> Either<T>(IReadOnlyList<T> previous, IReadOnlyList<T>? now) =>
        previous.Count > 0 ? previous : now ?? [];
}
