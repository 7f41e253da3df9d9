using System.Globalization;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Pages;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Addresses;

/// <summary>
/// Finds listed addresses that lead nowhere any more. The list is blamed and not a page, so that nothing is kept from
/// going live; and it is silent where a file is only faulty or waits for its review, which is named elsewhere.
/// </summary>
internal sealed class AddressCheck(
    IReadOnlyDictionary<string, ParsedFile> files, ContentSet set, Publication publication, Func<ParsedFile, bool> hasErrors)
{
    private static readonly char[] BetweenAddresses = [' ', '\t', '\n', '"', '\'', ',', ':', '[', ']', '{', '}', '(', ')'];

    /// <summary>Blames the list.</summary>
    /// <param name="list">The list; null where there is none.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public void Run(ParsedAddresses? list, FileProblems problems)
    {
        var published = new PublishedAddresses(set, publication);
        if (list is null or { Addresses.Count: 0, HasErrors: false })
        {
            ReportNoAddress(published, problems);
            return;
        }

        var answering = published.Answering();
        var dead = list.Addresses.Where(address => !answering.Contains(address.Value) && !IsCase(address.Value)).ToList();
        if (dead.Count == 0)
        {
            return;
        }

        var excused = AliasesOfAbsentPages(published);
        foreach (var address in dead.Where(address => excused?.Contains(address.Value) == false || FileAt(address.Value) is not null))
        {
            Report(address, problems);
        }
    }

    private static void ReportNoAddress(PublishedAddresses published, FileProblems problems)
    {
        if (published.HasPages)
        {
            problems.Add(Position.Start, ProblemCode.NoAddressListed, "No address is listed, so nobody will notice when a page that was published gets lost.",
                "Put the last version back; it is in the version history. Only a new site begins a list, with \"check --update-addresses\".");
        }
    }

    /// <summary>
    /// The older addresses of files that are there but not up for a reason that is named elsewhere. Null where the
    /// text of one cannot be read and no version of it is up: then any address might be one of its aliases.
    /// </summary>
    private HashSet<string>? AliasesOfAbsentPages(PublishedAddresses published)
    {
        var faulty = files.Values.Where(hasErrors).ToList();
        var hiding = faulty.Where(MayHideAliases).ToList();
        if (hiding.Exists(file => file.FaultyText is null && !set.Articles.ContainsKey(file.Path) && !set.Pages.ContainsKey(file.Path)))
        {
            return null;
        }

        var read = faulty.SelectMany(file => file switch
        {
            ParsedArticle article => article.FrontMatter.Aliases,
            ParsedPage page => page.FrontMatter.Aliases,
            _ => [],
        });
        return read.Select(alias => alias.Value)
            .Concat(hiding.SelectMany(file => AddressesIn(file.FaultyText ?? "")))
            .Concat(published.AliasesAwaitingReview())
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Where no case is, the answer is "gone": whether there was one is not told.</summary>
    private static bool IsCase(string address) => address.StartsWith(SiteAddresses.OfCase(""), StringComparison.Ordinal);

    /// <summary>Whatever looks like an address, wherever it stands: an alias that cannot be read is among it.</summary>
    private static IEnumerable<string> AddressesIn(string text) =>
        text.Split(BetweenAddresses, StringSplitOptions.RemoveEmptyEntries).Select(SiteAddresses.Canonical).OfType<string>();

    /// <summary>Whether the aliases of a faulty file are not known: where its fields are at fault, or it or its folder cannot be read.</summary>
    private static bool MayHideAliases(ParsedFile file) =>
        file is UnusableFile
            ? file.Folder is "articles" or "pages" || file.Path is "articles" or "pages" or ""
            : file is ParsedArticle or ParsedPage && file.Problems.Any(problem => problem.Severity == Severity.Error && problem.Code.IsOfFrontMatter);

    private ParsedFile? FileAt(string address) => address.Split('/')[1..] switch
    {
        ["articles", var slug] => files.GetValueOrDefault($"articles/{slug}.md"),
        [var slug] => files.GetValueOrDefault($"pages/{slug}.md"),
        _ => null,
    };

    private void Report(Located<string> address, FileProblems problems)
    {
        var file = FileAt(address.Value);
        if (file is null ? IsInFaultyList(address.Value) : hasErrors(file))
        {
            return;
        }

        switch (StateOf(file))
        {
            case ContentState.AwaitingReview:
                break;
            case ContentState.Draft:
                problems.Add(address.At, ProblemCode.AddressIsDead, $"\"{address.Value}\" was published once, but content/{file!.Path} is a draft now: people find nothing there.",
                    "To take the page down write \"expires\" in it instead of \"draft\"; to lead people to another page delete the file and write the address into the \"aliases\" of that page.");
                break;
            case ContentState.Scheduled:
                problems.Add(address.At, ProblemCode.AddressIsDead, $"\"{address.Value}\" was published once, but content/{file!.Path} appears only on {DayOf(file)}: until then people find nothing there.",
                    "Write the day on which it first appeared into \"published\"; \"updated\" is the field for a later one.");
                break;
            default:
                problems.Add(address.At, ProblemCode.AddressIsDead, $"\"{address.Value}\" was published once, but nothing answers there any more.",
                    "Write it into the \"aliases\" of the page that takes its place, or put the page back; a page is taken down with \"expires\".");
                break;
        }
    }

    /// <summary>Whether the list that should have a category or a tag is faulty or missing.</summary>
    private bool IsInFaultyList(string address) => address.Split('/')[1..] switch
    {
        ["categories", _] => IsFaulty("categories.yml"),
        ["tags", _] => IsFaulty("tags.yml"),
        _ => false,
    };

    private bool IsFaulty(string path) => !files.TryGetValue(path, out var list) || hasErrors(list);

    private ContentState? StateOf(ParsedFile? file) => file switch
    {
        ParsedArticle => set.Articles.GetValueOrDefault(file.Path) is { } article ? publication.StateOf(article) : null,
        ParsedPage => set.Pages.GetValueOrDefault(file.Path) is { } page ? publication.StateOf(page) : null,
        _ => null,
    };

    private string DayOf(ParsedFile file) =>
        set.Articles[file.Path].Published.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
