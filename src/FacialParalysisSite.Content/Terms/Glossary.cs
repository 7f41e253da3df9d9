using FacialParalysisSite.Content.Phrases;

namespace FacialParalysisSite.Content.Terms;

/// <summary>Finds the terms of the glossary in other texts.</summary>
internal sealed class Glossary
{
    /// <summary>"As" is not the plural of "A".</summary>
    private const int ShortestWithPlural = 2;

    private readonly PhraseFinder _finder;
    private readonly Dictionary<Phrase, GlossaryTerm> _terms = [];

    /// <summary>Makes a glossary.</summary>
    /// <param name="address">The address of the page that has the terms.</param>
    /// <param name="terms">The terms. Of two with the same name, the first counts.</param>
    public Glossary(string address, IReadOnlyList<GlossaryTerm> terms)
    {
        Address = address;
        foreach (var term in terms)
        {
            foreach (var name in term.Names)
            {
                _terms.TryAdd(PhraseOf(name), term);
            }
        }

        _finder = new PhraseFinder(_terms.Keys);
    }

    public string Address { get; }

    /// <summary>Where terms stand in a text, in order, also with the ending of the plural.</summary>
    public IEnumerable<(int Index, int Length, GlossaryTerm Term)> In(string text) =>
        _finder.In(text).Select(found => (found.Index, found.Text.Length, _terms[found.Phrase]));

    /// <summary>
    /// Only the first letter may be a capital or not: "Facial Nerve Center" is the name of a place and not the facial
    /// nerve, and SAQ is not a word.
    /// </summary>
    private static Phrase PhraseOf(string name) =>
        new(name, name.Any(char.IsLower) ? Capitals.OnlyFirst : Capitals.AsWritten) { MayBePlural = name.Length > ShortestWithPlural };
}
