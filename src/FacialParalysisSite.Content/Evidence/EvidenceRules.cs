using System.Collections.Frozen;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>What the site asks of its words, as staff tune it in <c>checks.yml</c>.</summary>
internal sealed record EvidenceRules
{
    public static EvidenceRules None { get; } = new();

    /// <summary>The highest school grade at which a text may read; null for any.</summary>
    public int? HighestGrade { get; init; }

    /// <summary>The same for the lines of "In short".</summary>
    public int? HighestGradeInShort { get; init; }

    /// <summary>Words that must stay, in lower case: they count as two syllables at the most.</summary>
    public FrozenSet<string> WordsThatStay { get; init; } = [];

    /// <summary>Words that put the clinic or a treatment above others.</summary>
    public WordList Superlatives { get; init; } = WordList.None;

    /// <summary>Words that promise a result.</summary>
    public WordList Promises { get; init; } = WordList.None;

    /// <summary>Phrases in which such a word is honest.</summary>
    public WordList Allowed { get; init; } = WordList.None;

    public IReadOnlyList<Brand> Brands { get; init; } = [];

    /// <summary>Finds numbers that need a source in their paragraph.</summary>
    public NumberFinder NumbersThatNeedASource { get; init; } = new(WordList.None);

    /// <summary>Whether every article has to name a source.</summary>
    public bool NeedsSources { get; init; }

    public TopicRule OffLabel { get; init; } = TopicRule.None;

    public TopicRule Urgent { get; init; } = TopicRule.None;

    /// <summary>The ids of the sections that an article of a category must have.</summary>
    public IReadOnlyList<SectionRule> Sections { get; init; } = [];
}

/// <summary>A brand name, which must first be written together with the name of what it is.</summary>
/// <param name="Name">Finds the brand.</param>
/// <param name="FirstUse">How it is written first: <c>BOTOX (onabotulinumtoxinA)</c>.</param>
internal sealed record Brand(WordList Name, string FirstUse);

/// <summary>The sections that an article of a category must have.</summary>
/// <param name="Category">The category, and where it is named.</param>
/// <param name="Ids">The ids of their headings.</param>
internal sealed record SectionRule(Located<string> Category, IReadOnlyList<string> Ids);

/// <summary>What a page must show and say when it is about a topic.</summary>
/// <param name="Topics">Finds the topic.</param>
/// <param name="MustSay">Phrases, each of which must stand in the text.</param>
internal sealed record TopicRule(WordList Topics, IReadOnlyList<WordList> MustSay)
{
    public static TopicRule None { get; } = new(WordList.None, []);
}
