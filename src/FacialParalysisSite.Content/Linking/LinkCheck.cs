using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Figures;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Linking;

/// <summary>Checks that everything a text points at exists.</summary>
internal sealed class LinkCheck(IReadOnlyDictionary<string, ParsedFile> files)
{
    /// <summary>Names that a hint lists; more than these nobody reads.</summary>
    private const int MostNames = 20;

    /// <summary>Says nothing of the picture: its name may be that of a person, and stands where everybody reads it.</summary>
    public static (ProblemCode Code, string Message, string Hint) PatientPictureElsewhere { get; } =
        (ProblemCode.PatientPictureElsewhere, "A picture of a patient stands here, where no permission is asked for.",
            "Only the field \"pictures\" of a case with \"kind: patient\" can show what lies in content/images/patients, lay there, or stands in such a case. Use another picture. If it shows nobody and lay there by mistake, open it in an image program and save it again.");

    public void Check(BodyOutline outline, string path, FileProblems problems)
    {
        foreach (var link in outline.Links)
        {
            CheckLink(link, path, problems);
        }

        foreach (var picture in outline.Pictures)
        {
            CheckPicture(picture, problems);
        }

        foreach (var placeholder in outline.Placeholders)
        {
            CheckPlaceholder(placeholder, problems);
        }
    }

    public void CheckPicture(Located<string> picture, FileProblems problems, bool mayBeOfPatient = false)
    {
        if (!mayBeOfPatient && IsOfPatient(picture.Value))
        {
            problems.Add(picture.At, PatientPictureElsewhere.Code, PatientPictureElsewhere.Message, PatientPictureElsewhere.Hint);
            return;
        }

        var isInImages = picture.Value.StartsWith("images/", StringComparison.Ordinal);
        if (!isInImages || !files.ContainsKey(picture.Value))
        {
            var pictures = files.Keys.Where(file => file.StartsWith("images/", StringComparison.Ordinal) && !IsOfPatient(file));
            problems.Add(picture.At, ProblemCode.MissingPicture, $"There is no picture content/{picture.Value}.",
                Suggestion.For(picture.Value, pictures, "Put the picture into content/images and write ../images/name.jpg in a text, or name.jpg in the field \"image\"."));
        }
    }

    /// <summary>Whether a picture is a patient's, or a copy of one.</summary>
    public bool IsOfPatient(string path) =>
        PatientPictures.Has(path) || files.GetValueOrDefault(path) is ParsedPicture { IsOfPatient: true };

    public void CheckRelated(IReadOnlyList<Located<string>> related, string path, FileProblems problems)
    {
        foreach (var slug in related)
        {
            var target = $"articles/{slug.Value}.md";
            if (!files.ContainsKey(target))
            {
                problems.Add(slug.At, ProblemCode.UnknownArticle, $"There is no article \"{slug.Value}\".",
                    Suggestion.For(slug.Value, SlugsIn("articles"), "Write the file name of an article without .md."));
            }
            else if (target == path)
            {
                problems.Add(slug.At, ProblemCode.UnknownArticle, "An article cannot be related to itself.", "Delete the entry.");
            }
        }
    }

    /// <summary>Checks the articles about the procedures of a case. One that is not published is only named there.</summary>
    public void CheckProcedures(IReadOnlyList<Located<Procedure>> procedures, FileProblems problems)
    {
        foreach (var procedure in procedures.Where(procedure => procedure.Value.Article is { } slug && !files.ContainsKey($"articles/{slug}.md")))
        {
            problems.Add(procedure.At, ProblemCode.UnknownArticle, $"There is no article \"{procedure.Value.Article}\".",
                Suggestion.For(procedure.Value.Article!, SlugsIn("articles"), "Write the file name of an article without .md."));
        }
    }

    /// <summary>Checks the articles that come first for alarming words. One that is not published is left out there.</summary>
    public void CheckSynonyms(ParsedSynonyms synonyms, FileProblems problems) => CheckRelated(synonyms.Articles.Where(slug => slug.Value.Length > 0).ToList(), synonyms.Path, problems);

    /// <summary>Checks the articles and pages that the first page leads to. One that is not published is left out there.</summary>
    public void CheckHome(ParsedHome home, FileProblems problems)
    {
        CheckRelated(home.Articles.Where(slug => slug.Value.Length > 0).ToList(), home.Path, problems);
        foreach (var slug in home.Pages.Where(slug => slug.Value.Length > 0 && !files.ContainsKey($"pages/{slug.Value}.md")))
        {
            problems.Add(slug.At, ProblemCode.BrokenLink, $"There is no page \"{slug.Value}\".",
                Suggestion.For(slug.Value, SlugsIn("pages"), "Write the file name of a page without .md."));
        }
    }

    private void CheckLink(Located<LinkTarget> link, string path, FileProblems problems)
    {
        switch (link.Value)
        {
            case LinkTarget.Anchor anchor:
                CheckAnchor(anchor.Id, files[path], link.At, problems);
                break;
            case LinkTarget.File file:
                CheckFile(file, path, link.At, problems);
                break;
            case LinkTarget.SiteAddress address when !Exists(address.Path):
                problems.Add(link.At, ProblemCode.BrokenLink, $"There is no page {address.Path}.",
                    "Write the name of the file instead, such as what-is-synkinesis.md; then the link is checked and kept right.");
                break;
            case LinkTarget.SiteAddress { Id: { } id } address:
                CheckAnchor(id, FileAt(address.Path), link.At, problems);
                break;
        }
    }

    private void CheckFile(LinkTarget.File link, string path, Position at, FileProblems problems)
    {
        if (!files.TryGetValue(link.Path, out var target) || target.Folder is not ("articles" or "pages"))
        {
            var known = files.Values.Where(file => file.Folder is "articles" or "pages").Select(file => Relative(file.Path, path));
            problems.Add(at, ProblemCode.BrokenLink, $"There is no file content/{link.Path}.",
                Suggestion.For(Relative(link.Path, path), known, "Write the name of the file, such as what-is-synkinesis.md, or ../pages/contact.md."));
            return;
        }

        if (IsDraft(target))
        {
            problems.Add(at, ProblemCode.LinkToUnpublished, $"content/{link.Path} is a draft: readers see the words without the link.",
                "Publish that file, or leave it as it is until then.");
        }

        if (link.Id is not null)
        {
            CheckAnchor(link.Id, target, at, problems);
        }
    }

    /// <summary>Checks the name after the #. A page without a file, such as the list of articles, has only its beginning.</summary>
    private static void CheckAnchor(string id, ParsedFile? target, Position at, FileProblems problems)
    {
        var known = target is null ? [PageParts.Main] : NamesIn(target);
        if (known?.Contains(id, StringComparer.Ordinal) == false)
        {
            problems.Add(at, ProblemCode.BrokenAnchor, $"There is no heading named \"{id}\" on that page.",
                Suggestion.For(id, known, $"The names there are: {string.Join(", ", known.Take(MostNames))}."));
        }
    }

    /// <summary>The names on a page that a link can lead to; null for a file that cannot be read now.</summary>
    private static List<string>? NamesIn(ParsedFile file) => file switch
    {
        ParsedArticle { FrontMatter: var fields, Body.Outline: var outline } => Names(outline, fields.Sources.Count > 0, fields.InShort.Count > 0),
        ParsedPage { FrontMatter: var fields, Body.Outline: var outline } => Names(outline, fields.Sources.Count > 0, hasInShort: false),
        ParsedCase { FrontMatter: var fields, Body.Outline: var outline } => Names(outline, fields.Sources.Count > 0, hasInShort: false),
        ParsedPerson { Person.Body.Outline: var outline } => Names(outline, hasSources: false, hasInShort: false),
        _ => null,
    };

    private static List<string> Names(BodyOutline outline, bool hasSources, bool hasInShort)
    {
        var names = outline.Headings.Select(heading => heading.Id).Concat(outline.Terms.Select(term => term.Id)).Append(PageParts.Main).ToList();
        if (hasSources)
        {
            names.Add(PageParts.Sources);
        }

        if (hasInShort)
        {
            names.Add(PageParts.InShort);
        }

        return names;
    }

    private void CheckPlaceholder(Located<string> placeholder, FileProblems problems)
    {
        if (!ClinicPlaceholders.Names.Contains(placeholder.Value, StringComparer.Ordinal))
        {
            problems.Add(placeholder.At, ProblemCode.UnknownPlaceholder, $"There is no placeholder \"{placeholder.Value}\".",
                Suggestion.For(placeholder.Value, ClinicPlaceholders.Names.Concat(SiteFigures.Names.Select(name => "figure " + name)),
                    $"Use one of: {string.Join(", ", ClinicPlaceholders.Names)}."));
        }
        else if (files.GetValueOrDefault("clinic.yml") is ParsedClinic { HasErrors: false, Clinic: { } clinic }
                 && ClinicPlaceholders.TextOf(placeholder.Value, clinic) is null)
        {
            problems.Add(placeholder.At, ProblemCode.UnknownPlaceholder, $"\"{placeholder.Value}\" is not filled in in clinic.yml, so nothing would stand here.",
                "Fill it in there, or delete the placeholder.");
        }
    }

    private bool Exists(string address)
    {
        var parts = address.Trim('/').Split('/');
        return parts switch
        {
            [""] or ["articles"] or ["consultation"] or ["gallery"] => true,
            ["categories", var slug] => IsListed<ParsedCategories>("categories.yml", file => file.Categories.Any(category => category.Slug == slug)),
            ["tags", var slug] => IsListed<ParsedTags>("tags.yml", file => file.Tags.Any(tag => tag.Slug == slug)),
            _ => FileAt(address) is not null,
        };
    }

    /// <summary>Whether a list has an entry. Where the list is faulty, that is not the fault of the file with the link.</summary>
    private bool IsListed<T>(string path, Func<T, bool> has)
        where T : ParsedFile => files.GetValueOrDefault(path) is not T { HasErrors: false } file || has(file);

    private IEnumerable<string> SlugsIn(string folder) => files.Values.Where(file => file.Folder == folder).Select(file => file.Slug);

    private ParsedFile? FileAt(string address) => address.Trim('/').Split('/') switch
    {
        ["articles", var slug] => files.GetValueOrDefault($"articles/{slug}.md"),
        [var page] => files.GetValueOrDefault($"pages/{page}.md"),
        _ => null,
    };

    private static bool IsDraft(ParsedFile file) =>
        file is ParsedArticle { FrontMatter.Draft: true } or ParsedPage { FrontMatter.Draft: true };

    private static string Relative(string path, string from) =>
        ContentFile.FolderOf(path) == ContentFile.FolderOf(from) ? path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..] : "../" + path;
}
