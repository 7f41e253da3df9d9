using System.Globalization;
using System.Text.RegularExpressions;
using FacialParalysisSite.Content.Files;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>
/// Gives every heading the name that links lead to: its own, written as <c>## Risks {#risks}</c>, or one made from
/// its words.
/// </summary>
internal static partial class HeadingIds
{
    private static readonly object Key = new();

    /// <summary>The name of a heading, and whether it was written out and is faulty.</summary>
    public static HeadingId Of(HeadingBlock heading) => (HeadingId)heading.GetData(Key)!;

    public static void Assign(MarkdownDocument document)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = new Dictionary<string, HeadingBlock>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var id = Own(heading, used, named) ?? Made(heading, used);
            heading.SetData(Key, id);
            named.Add(id.Id, heading);
        }
    }

    private static HeadingId? Own(HeadingBlock heading, Dictionary<string, int> used, Dictionary<string, HeadingBlock> named)
    {
        var mark = WrittenId().Match(LastWords(heading.Inline));
        if (!mark.Success)
        {
            return null;
        }

        CutFromEnd(heading.Inline!, mark.Length);
        var id = mark.Groups[1].Value;
        var fault = !Slug.IsValid(id) ? $"\"{id}\" cannot be the name of a heading."
            : PageParts.IsName(id) ? $"\"{id}\" is a name that the page itself uses."
            : !used.TryAdd(id, 1) ? $"Two headings have the name \"{id}\"."
            : null;
        return fault is null ? new HeadingId(id, null) : Made(heading, used) with { Fault = fault, Namesake = named.GetValueOrDefault(id) };
    }

    /// <param name="heading">The heading.</param>
    /// <param name="used">The names given so far, each with the last number that was put behind it.</param>
    private static HeadingId Made(HeadingBlock heading, Dictionary<string, int> used)
    {
        var slug = Slug.From(BodySyntax.PlainText(heading.Inline), whenEmpty: "section");
        var wanted = PageParts.IsName(slug) ? "section-" + slug : slug;
        var id = wanted;
        while (!used.TryAdd(id, 1))
        {
            id = wanted + "-" + (++used[wanted]).ToString(CultureInfo.InvariantCulture);
        }

        return new HeadingId(id, null);
    }

    /// <summary>The plain words at the end: a name in code or in bold is part of the heading.</summary>
    private static string LastWords(ContainerInline? inlines) =>
        string.Concat((inlines ?? []).Reverse().TakeWhile(inline => inline is LiteralInline).Reverse().Select(inline => ((LiteralInline)inline).Content.ToString()));

    private static void CutFromEnd(ContainerInline inlines, int length)
    {
        foreach (var literal in inlines.OfType<LiteralInline>().Reverse())
        {
            var cut = Math.Min(length, literal.Content.Length);
            literal.Content.End -= cut;
            length -= cut;
            if (length == 0)
            {
                break;
            }
        }
    }

    [GeneratedRegex(@"(?<!\s)\s*\{#([^{}]*)\}$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex WrittenId();
}

/// <param name="Id">The name, unique on the page.</param>
/// <param name="Fault">What is wrong with the name that was written, where there is something.</param>
internal sealed record HeadingId(string Id, string? Fault)
{
    /// <summary>The heading above that has the name which was written, where that is the fault.</summary>
    public HeadingBlock? Namesake { get; init; }
}
