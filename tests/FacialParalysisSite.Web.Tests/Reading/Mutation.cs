using System.Text;

namespace FacialParalysisSite.Web.Tests.Reading;

/// <summary>A content file with one fault put into it, and where the site should find it.</summary>
/// <param name="Bytes">The faulty file.</param>
/// <param name="Code">The code of the problem.</param>
/// <param name="Line">Its line.</param>
internal sealed record Mutation(byte[] Bytes, string Code, int Line)
{
    private delegate Mutation Maker(List<string> lines, int bodyLine, Random random);

    private static readonly Maker[] Makers =
    [
        UnknownField, MisspelledField, ListForText, BadDate, FieldTwice, Alias, TagWithoutMeaning, NotUtf8, CutInTheFields, CutToNothing,
        Utf16, LinkToNothing, LinkToNoHeading, UnknownSource, UnknownPlaceholder, TopHeading, UnknownCallout, UnsafeLink,
    ];

    private static readonly Maker[] YamlMakers = [NotUtf8, Utf16, UnknownEntry, TabAtTheMargin, QuoteNotClosed];

    /// <summary>Makes one of the faults, by turns, at a random place.</summary>
    /// <param name="path">The file, which says what can be wrong in it.</param>
    /// <param name="text">A good Markdown file with front matter, or a good YAML file.</param>
    /// <param name="number">Which: one after the other.</param>
    /// <param name="random">Chooses the place.</param>
    public static Mutation Of(string path, string text, int number, Random random)
    {
        var lines = text.Split('\n').ToList();
        if (path.EndsWith(".yml", StringComparison.Ordinal))
        {
            return YamlMakers[number % YamlMakers.Length](lines, 0, random);
        }

        return Makers[number % Makers.Length](lines, lines.IndexOf("---", 1) + 1, random);
    }

    private static Mutation UnknownField(List<string> lines, int bodyLine, Random random) => WithField(lines, bodyLine, random, "autor: ada", "FP0103");

    private static Mutation MisspelledField(List<string> lines, int bodyLine, Random random) => InPlaceOf(lines, "summary:", "sumary: \"Words.\"", "FP0103");

    private static Mutation ListForText(List<string> lines, int bodyLine, Random random) => InPlaceOf(lines, "title:", "title: [one, two]", "FP0105");

    private static Mutation BadDate(List<string> lines, int bodyLine, Random random)
    {
        var dated = lines.FindIndex(line => line.StartsWith("published:", StringComparison.Ordinal) || line.StartsWith("updated:", StringComparison.Ordinal));
        return dated < 0
            ? WithField(lines, bodyLine, random, "updated: 31.12.2026", "FP0106")
            : InPlaceOf(lines, lines[dated].Split(':')[0] + ":", lines[dated].Split(':')[0] + ": 2026-02-30", "FP0106");
    }

    private static Mutation FieldTwice(List<string> lines, int bodyLine, Random random)
    {
        lines.Insert(bodyLine - 1, "title: \"Once more\"");
        return new Mutation(Encoded(lines), "FP0109", bodyLine);
    }

    private static Mutation Alias(List<string> lines, int bodyLine, Random random) => InPlaceOf(lines, "summary:", "summary: *other", "FP0108");

    private static Mutation TagWithoutMeaning(List<string> lines, int bodyLine, Random random) => InPlaceOf(lines, "summary:", "summary: !!binary x", "FP0108");

    private static Mutation NotUtf8(List<string> lines, int bodyLine, Random random)
    {
        var line = random.Next(lines.Count);
        return new Mutation([.. Encoded(lines[..line]), .. line > 0 ? "\n"u8 : [], 0xC3, 0x28, .. Encoded(lines[line..])], "FP0002", line + 1);
    }

    private static Mutation Utf16(List<string> lines, int bodyLine, Random random) =>
        new([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(string.Join('\n', lines))], "FP0002", 1);

    /// <summary>A field that no file has, at the end; in a list, of an entry of its own.</summary>
    private static Mutation UnknownEntry(List<string> lines, int bodyLine, Random random)
    {
        var isList = lines.First(line => line.Length > 0 && !line.StartsWith('#')).StartsWith('-');
        lines[^1] = isList ? "- slug: one-more\n  titel: x" : "titel: x";
        return new Mutation(Encoded(lines), "FP0103", lines.Count + (isList ? 1 : 0));
    }

    private static Mutation TabAtTheMargin(List<string> lines, int bodyLine, Random random)
    {
        lines[^1] = "\tx: y";
        return new Mutation(Encoded(lines), "FP0107", lines.Count);
    }

    private static Mutation QuoteNotClosed(List<string> lines, int bodyLine, Random random)
    {
        lines[^1] = "x: \"y";
        return new Mutation(Encoded(lines), "FP0107", lines.Count);
    }

    private static Mutation CutInTheFields(List<string> lines, int bodyLine, Random random) =>
        new(Encoded(lines[..random.Next(1, bodyLine - 1)]), "FP0102", 1);

    private static Mutation CutToNothing(List<string> lines, int bodyLine, Random random) => new([], "FP0101", 1);

    private static Mutation LinkToNothing(List<string> lines, int bodyLine, Random random) => WithParagraph(lines, bodyLine, random, "See [that](nothing-of-this-name.md).", "FP0301");

    private static Mutation LinkToNoHeading(List<string> lines, int bodyLine, Random random) => WithParagraph(lines, bodyLine, random, "See [that](#no-such-heading-here).", "FP0302");

    private static Mutation UnknownSource(List<string> lines, int bodyLine, Random random) => WithParagraph(lines, bodyLine, random, "So it is.[@nobody-at-all]", "FP0307");

    private static Mutation UnknownPlaceholder(List<string> lines, int bodyLine, Random random) => WithParagraph(lines, bodyLine, random, "Call {{fone}}.", "FP0316");

    private static Mutation TopHeading(List<string> lines, int bodyLine, Random random) => WithParagraph(lines, bodyLine, random, "# A title in the text", "FP0310");

    private static Mutation UnknownCallout(List<string> lines, int bodyLine, Random random) => WithParagraph(lines, bodyLine, random, "> [!DANGER]\n> Words.", "FP0309");

    private static Mutation UnsafeLink(List<string> lines, int bodyLine, Random random) => WithParagraph(lines, bodyLine, random, "[Here](javascript:alert(1)).", "FP0306");

    /// <summary>Puts a field before one of those at the margin.</summary>
    private static Mutation WithField(List<string> lines, int bodyLine, Random random, string field, string code)
    {
        var places = Enumerable.Range(1, bodyLine - 1).Where(line => !lines[line].StartsWith(' ')).ToList();
        var place = places[random.Next(places.Count)];
        lines.Insert(place, field);
        return new Mutation(Encoded(lines), code, place + 1);
    }

    private static Mutation InPlaceOf(List<string> lines, string beginning, string now, string code)
    {
        var line = lines.FindIndex(text => text.StartsWith(beginning, StringComparison.Ordinal));
        lines[line] = now;
        return new Mutation(Encoded(lines), code, line + 1);
    }

    /// <summary>Puts a paragraph at one of the empty lines between others.</summary>
    private static Mutation WithParagraph(List<string> lines, int bodyLine, Random random, string paragraph, string code)
    {
        var places = Enumerable.Range(bodyLine, lines.Count - bodyLine).Where(line => lines[line].Length == 0).ToList();
        var place = places[random.Next(places.Count)];
        lines.InsertRange(place, ["", paragraph, ""]);
        return new Mutation(Encoded(lines), code, place + 2);
    }

    private static byte[] Encoded(List<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));
}
