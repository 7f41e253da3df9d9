using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Addresses;

/// <summary>Reads and writes <c>addresses.txt</c>: one address a line; a line that begins with # is a remark.</summary>
internal static class AddressFile
{
    public const string Name = "addresses.txt";

    /// <summary>What a new file begins with.</summary>
    public const string Head = """
        # Every address that this site has ever published, one a line.
        #
        # People keep links for years: in bookmarks, in mails, on other sites. So every address in this list must lead
        # somewhere: to its page, to the page that took its place (the field "aliases" of that page), or to the answer
        # that the page was taken down (the field "expires"). Where one leads nowhere, "check" names its line. Mend that
        # in the pages; never delete a line here.
        #
        # This file is written by a program. Run it when something new is live:
        #
        #   dotnet run --project src/FacialParalysisSite.Web -- check --update-addresses
        #
        # It adds what is published now, and takes nothing away.
        """;

    public static ParsedAddresses Parse(ContentFile file, FileProblems problems)
    {
        var lines = new Dictionary<string, Position>(StringComparer.Ordinal);
        foreach (var (index, line) in file.Text.Split('\n').Select(line => line.TrimEnd()).Index().Where(line => !IsRemark(line.Item)))
        {
            var at = new Position(index + 1, 1);
            if (!IsAddress(line))
            {
                problems.Add(at, ProblemCode.BadListedAddress, "This line is not an address as the site writes it.",
                    "Write what stands behind the site's name in small letters, beginning with a slash and without one at the end, such as /articles/what-is-synkinesis.");
            }
            else if (!lines.TryAdd(line, at))
            {
                problems.Add(at, ProblemCode.AddressListedTwice, $"\"{line}\" is listed twice; the first is in line {lines[line].Line}.", "Delete one of the two lines.");
            }
        }

        return new ParsedAddresses(file.Path, file.Text, lines.Select(line => new Located<string>(line.Key, line.Value)).ToList(), problems.All);
    }

    /// <summary>Puts addresses where they stand in order. No line that is there is changed, moved or deleted.</summary>
    /// <param name="text">The text until now; empty for a new file.</param>
    /// <param name="addresses">Addresses that are not in it, in order.</param>
    public static string Insert(string text, IEnumerable<string> addresses)
    {
        var left = new Queue<string>(addresses);
        var lines = text.Length == 0 ? [.. Head.Split('\n'), ""] : text.TrimEnd('\n').Split('\n');
        var result = lines[..LengthOfHead(lines)].ToList();
        var remarks = new List<string>();
        foreach (var line in lines[result.Count..])
        {
            if (IsRemark(line))
            {
                remarks.Add(line);
                continue;
            }

            // Remarks belong to the line below them.
            while (left.TryPeek(out var next) && string.CompareOrdinal(next, line) < 0)
            {
                result.Add(left.Dequeue());
            }

            result.AddRange([.. remarks, line]);
            remarks.Clear();
        }

        return string.Join('\n', [.. result, .. remarks, .. left]) + "\n";
    }

    /// <summary>The remarks at the beginning, up to the last empty line before the first address.</summary>
    private static int LengthOfHead(string[] lines)
    {
        var remarks = lines.TakeWhile(IsRemark).Count();
        var gap = Array.FindLastIndex(lines, Math.Max(0, remarks - 1), string.IsNullOrWhiteSpace);
        return gap < 0 || remarks == 0 ? remarks : gap + 1;
    }

    private static bool IsRemark(string line) => line.StartsWith('#') || string.IsNullOrWhiteSpace(line);

    private static bool IsAddress(string line) => line == "/" || SiteAddresses.Canonical(line) == line;
}
