using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FacialParalysisSite.Content.Terms;

/// <summary>Finds the terms of the glossary in other texts.</summary>
internal sealed class Glossary
{
    private readonly Regex _pattern;
    private readonly FrozenDictionary<string, GlossaryTerm> _byName;

    /// <summary>Makes a glossary.</summary>
    /// <param name="address">The address of the page that has the terms.</param>
    /// <param name="terms">The terms, at least one.</param>
    public Glossary(string address, IReadOnlyList<GlossaryTerm> terms)
    {
        Address = address;
        var names = terms.SelectMany(term => term.Names.Select(name => (Name: name, Term: term))).DistinctBy(entry => Key(entry.Name)).ToList();
        _byName = names.ToFrozenDictionary(entry => Key(entry.Name), entry => entry.Term, StringComparer.Ordinal);
        _pattern = new Regex(
            $@"\b(?:{string.Join('|', names.Select(entry => entry.Name).OrderByDescending(name => name.Length).Select(PatternOf))})\b",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    public string Address { get; }

    /// <summary>Where terms stand in a text, in order, also with the ending of the plural.</summary>
    public IEnumerable<(int Index, int Length, GlossaryTerm Term)> In(string text)
    {
        for (var match = _pattern.Match(text); match.Success; match = match.NextMatch())
        {
            yield return (match.Index, match.Length, TermOf(match.Value));
        }
    }

    private GlossaryTerm TermOf(string text)
    {
        var key = Key(text);
        return _byName.GetValueOrDefault(key) ?? _byName.GetValueOrDefault(key[..^1]) ?? _byName[key[..^2]];
    }

    /// <summary>
    /// Only the first letter may be a capital or not: "Facial Nerve Center" is the name of a place and not the facial
    /// nerve, and SAQ is not a word.
    /// </summary>
    private static string PatternOf(string name)
    {
        var written = Plain(name);
        var first = $"[{Regex.Escape(char.ToUpperInvariant(written[0]).ToString())}{Regex.Escape(char.ToLowerInvariant(written[0]).ToString())}]";
        var isAbbreviation = !written.Any(char.IsLower);
        return (isAbbreviation ? Regex.Escape(written) : first + Regex.Escape(written[1..])).Replace("’", "['’]", StringComparison.Ordinal) + "(?:e?s)?";
    }

    private static string Plain(string name) => name.Replace('\'', '’');

    private static string Key(string name) => Plain(name).ToLowerInvariant();
}
