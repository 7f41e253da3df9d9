using System.Globalization;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.People;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Linking;

/// <summary>
/// Finds the category, tags and people that a file names. Where the file that should hold them is faulty, a stand-in
/// made from the name is used: that is not the fault of the file that names them.
/// </summary>
internal sealed class NameLookup(IReadOnlyDictionary<string, ParsedFile> files, ContentSet set, FileProblems problems)
{
    public Category Category(Located<string> name)
    {
        var found = set.Categories.FirstOrDefault(category => category.Slug == name.Value);
        if (found is null && IsUsable("categories.yml"))
        {
            Report(name, ProblemCode.UnknownCategory, "category", "categories.yml", set.Categories.Select(category => category.Slug));
        }

        return found ?? new Category(name.Value, InWords(name.Value), "");
    }

    public Tag? Tag(Located<string> name)
    {
        var found = set.Tags.FirstOrDefault(tag => tag.Slug == name.Value);
        if (found is null && IsUsable("tags.yml"))
        {
            Report(name, ProblemCode.UnknownTag, "tag", "tags.yml", set.Tags.Select(tag => tag.Slug));
        }

        return found ?? new Tag(name.Value, InWords(name.Value), null);
    }

    public Person Person(Located<string> name)
    {
        var path = $"people/{name.Value}.md";
        if (set.People.GetValueOrDefault(path) is { } person)
        {
            return person;
        }

        if (!files.ContainsKey(path))
        {
            var known = files.Values.Where(file => file.Folder == "people").Select(file => file.Slug);
            Report(name, ProblemCode.UnknownPerson, "person", "people/", known);
        }

        return new Person { Slug = name.Value, Name = InWords(name.Value), Role = "" };
    }

    /// <summary>A person who may review: only a clinician whom the clinic has confirmed.</summary>
    public Person Clinician(Located<string> name)
    {
        var person = Person(name);
        if (!IsUsable($"people/{name.Value}.md"))
        {
            return person;
        }

        if (!person.IsClinician)
        {
            problems.Add(name.At, ProblemCode.ReviewerIsNoClinician, $"\"{name.Value}\" is not marked as a clinician.",
                $"Only a clinician can review. If that is true of this person, write \"clinician: true\" in content/people/{name.Value}.md.");
        }
        else if (!person.IsConfirmed)
        {
            problems.Add(name.At, ProblemCode.ReviewerIsNotConfirmed, $"The clinic has not confirmed \"{name.Value}\" yet.",
                $"Leave the review out until it has. Then delete \"confirmed: false\" in content/people/{name.Value}.md.");
        }

        return person;
    }

    private bool IsUsable(string path) => files.GetValueOrDefault(path) is { HasErrors: false };

    private void Report(Located<string> name, ProblemCode code, string kind, string place, IEnumerable<string> known)
    {
        // An empty name is a missing field, which has been named already.
        if (name.Value.Length > 0)
        {
            problems.Add(name.At, code, $"There is no {kind} \"{name.Value}\".", Suggestion.For(name.Value, known, $"Add it to content/{place} first, or correct the name."));
        }
    }

    private static string InWords(string slug) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(slug.Replace('-', ' '));
}
