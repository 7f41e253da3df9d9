namespace FacialParalysisSite.Content.Terms;

/// <summary>A term that a page defines in a definition list.</summary>
/// <param name="Id">The name that links lead to, unique on its page.</param>
/// <param name="Names">The term and its other names, as they are written.</param>
public sealed record GlossaryTerm(string Id, IReadOnlyList<string> Names)
{
    /// <summary>The longest name in letters: what is longer is a sentence that happens to stand above a colon.</summary>
    internal const int LongestName = 100;
}
