using System.Text.RegularExpressions;
using FacialParalysisSite.Content.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FacialParalysisSite.Content.Yaml;

/// <summary>
/// Turns YAML into <see cref="YamlValue"/>s. Anchors, aliases and tags are refused: staff do not need them, and
/// aliases of aliases fill the memory. Where the text breaks off with a fault, what stood before it is still
/// returned, so that the other fields can be checked in the same run.
/// </summary>
internal sealed partial class YamlReader
{
    /// <summary>Levels inside one another. Front matter needs three: the fields, the list of sources, one source.</summary>
    private const int DeepestLevel = 6;

    private readonly FileProblems _problems;
    private readonly int _firstLine;
    private readonly string _text;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private bool _isBroken;

    private YamlReader(string text, int firstLine, FileProblems problems)
    {
        _text = text;
        _firstLine = firstLine;
        _problems = problems;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>Reads one YAML document.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="firstLine">The line of the file at which it begins.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The value, as far as it could be read; null where there is none.</returns>
    public static YamlValue? Read(string text, int firstLine, FileProblems problems) =>
        new YamlReader(text, firstLine, problems).ReadDocument();

    private YamlValue? ReadDocument()
    {
        if (!Advance() || !Advance() || _parser.Current is not DocumentStart || !Advance())
        {
            return null;
        }

        var value = ReadValue(level: 1);
        if (Advance() && Advance() && _parser.Current is DocumentStart second)
        {
            _problems.Add(PositionOf(second.Start), ProblemCode.BadYaml, "A line of three hyphens starts a second part here.",
                "Keep everything in one part and delete the line.");
        }

        return value;
    }

    private YamlValue? ReadValue(int level)
    {
        if (_parser.Current is not { } start)
        {
            return null;
        }

        var at = PositionOf(start.Start);
        if (!IsPlain(start, at))
        {
            SkipValue();
            return null;
        }

        if (level > DeepestLevel)
        {
            _problems.Add(at, ProblemCode.YamlTooDeep, "Lists and fields are nested too deeply here.",
                "No field of this site needs more than a list of groups. Move the value out to the left.");

            // The parser takes time with the square of the depth, so it is not sent on to the end of this.
            _isBroken = true;
            return null;
        }

        return start switch
        {
            Scalar scalar => new YamlScalar(at, scalar.Value, scalar.Style is not ScalarStyle.Plain),
            SequenceStart => ReadList(at, level),
            MappingStart => ReadMap(at, level),
            _ => null,
        };
    }

    private YamlList ReadList(Position at, int level)
    {
        var items = new List<YamlValue>();
        while (Advance() && _parser.Current is not SequenceEnd)
        {
            if (ReadValue(level + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return new YamlList(at, items);
    }

    private YamlMap ReadMap(Position at, int level)
    {
        var fields = new Dictionary<string, YamlField>(StringComparer.Ordinal);
        while (Advance() && _parser.Current is not MappingEnd)
        {
            var nameAt = PositionOf(_parser.Current!.Start);
            var name = ReadValue(level + 1);
            if (!Advance())
            {
                break;
            }

            var value = ReadValue(level + 1);
            if (name is YamlScalar { Text: var text } && value is not null)
            {
                Add(fields, new YamlField(text, nameAt, value));
            }
            else if (name is not (null or YamlScalar))
            {
                _problems.Add(nameAt, ProblemCode.BadYaml, "A field name is missing before the colon.",
                    "Write a field as a name, a colon, a space and the value.");
            }
        }

        return new YamlMap(at, fields.Values.ToList());
    }

    private void Add(Dictionary<string, YamlField> fields, YamlField field)
    {
        if (fields.TryGetValue(field.Name, out var first))
        {
            _problems.Add(field.At, ProblemCode.RepeatedField,
                $"The field \"{field.Name}\" is here twice; the first is in line {first.At.Line}.", "Keep one of the two.");
            return;
        }

        fields.Add(field.Name, field);
    }

    private bool IsPlain(ParsingEvent start, Position at)
    {
        switch (start)
        {
            case AnchorAlias alias:
                _problems.Add(at, ProblemCode.YamlAlias, $"\"*{alias.Value}\" refers to another place in the file, which this site does not allow.",
                    "Write the value out. A text that begins with * needs quotes around it.");
                return false;
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                _problems.Add(at, ProblemCode.YamlAlias, $"\"&{anchored.Anchor.Value}\" names a place in the file, which this site does not allow.",
                    "Delete it. A text that begins with & needs quotes around it.");
                return false;
            case NodeEvent { Tag.IsEmpty: false } tagged when tagged is not Scalar { IsQuotedImplicit: true, Style: not ScalarStyle.Plain }:
                _problems.Add(at, ProblemCode.YamlAlias, "A word that begins with ! stands before the value, which this site does not allow.",
                    "Delete it. A text that begins with ! needs quotes around it.");
                return false;
            default:
                return true;
        }
    }

    /// <summary>Moves to the end of the value that begins at the current event.</summary>
    private void SkipValue()
    {
        var open = 0;
        do
        {
            open += _parser.Current!.NestingIncrease;
        }
        while (open > 0 && Advance());
    }

    private bool Advance()
    {
        if (_isBroken)
        {
            return false;
        }

        try
        {
            return _parser.MoveNext();
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException or ArgumentException)
        {
            // Asked again, the parser would report the same fault at every level. On some faults, such as a list in
            // brackets that is not closed, it trips over itself.
            _isBroken = true;
            Report(PlaceOf(fault));
            return false;
        }
    }

    /// <summary>The parser's own words are for programmers; staff read what is usually behind them.</summary>
    private void Report(Position at)
    {
        // A fault can be noticed one line after the one that needs mending, or only at the end of the text.
        var line = LineAt(at);
        var hint = line switch
        {
            _ when line.Contains('\t', StringComparison.Ordinal) => "Use spaces instead of the tab key at the beginning of a line.",
            _ when line.IndexOf(": ", StringComparison.Ordinal) != line.LastIndexOf(": ", StringComparison.Ordinal) =>
                "A text with a colon in it needs quotes: title: \"Botox: what it does\".",
            _ when line.Contains('"', StringComparison.Ordinal) || line.Contains('\'', StringComparison.Ordinal) =>
                "Check that every quotation mark at the beginning of a text has its partner at the end.",
            _ => "Check this line and the one above: a field is a name, a colon, a space and the value; list items begin with a hyphen and line up.",
        };
        _problems.Add(at, ProblemCode.BadYaml, "This line is not written as a field or a list item.", hint);
    }

    private Position PlaceOf(Exception fault)
    {
        // Of a tab, the parser says only where the fields or the text before it begin.
        if (fault is YamlException && fault.Message.Contains(" tab", StringComparison.Ordinal) && TabInMargin().Match(_text) is { Success: true } tab)
        {
            return new Position(_firstLine + _text.AsSpan(0, tab.Index).Count('\n'), tab.Length);
        }

        return PositionOf(fault is YamlException { Start: var start } ? start : _scanner.CurrentPosition);
    }

    private string LineAt(Position at)
    {
        var lines = _text.Split('\n');
        var index = at.Line - _firstLine;
        return index >= 0 && index < lines.Length ? lines[index] : "";
    }

    private Position PositionOf(Mark mark) =>
        new(_firstLine - 1 + Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    [GeneratedRegex(@"^ *\t", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex TabInMargin();
}
