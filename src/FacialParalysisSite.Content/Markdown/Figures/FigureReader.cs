using FacialParalysisSite.Content.Figures;
using FacialParalysisSite.Content.Markdown.Citations;
using FacialParalysisSite.Content.Markdown.Parsing;
using FacialParalysisSite.Content.Problems;
using Markdig.Syntax;

namespace FacialParalysisSite.Content.Markdown.Figures;

/// <summary>Reads where one text places figures, and what is wrong with that.</summary>
internal sealed class FigureReader(FileProblems problems)
{
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);

    public void Read(FigureInline figure, Position at)
    {
        if (SiteFigures.HtmlOf(figure.Name) is null)
        {
            problems.Add(at, ProblemCode.UnknownFigure, $"There is no figure \"{figure.Name}\".",
                Suggestion.For(figure.Name, SiteFigures.Names, $"Use one of: {string.Join(", ", SiteFigures.Names)}."));
        }
        else if (figure.Parent?.ParentBlock is not ParagraphBlock paragraph || BodySyntax.FigureIn(paragraph) != figure)
        {
            problems.Add(at, ProblemCode.FigureInText, $"The figure \"{figure.Name}\" stands within other words.",
                "Put it on a line of its own, outside of lists, tables and boxes, with an empty line above and below.");
        }
        else if (problems.File.StartsWith("people/", StringComparison.Ordinal))
        {
            problems.Add(at, ProblemCode.FigureInText, "What is written about a person stands on a page with others, and has no figures.",
                "Put the figure into an article or a page.");
        }
        else if (!_placed.Add(figure.Name))
        {
            problems.Add(at, ProblemCode.RepeatedFigure, $"The figure \"{figure.Name}\" stands here a second time.", "Keep one of the two.");
        }
        else if (!HasCitedCaption(paragraph))
        {
            problems.Add(at, ProblemCode.UncitedFigure, $"The paragraph below the figure \"{figure.Name}\" names no source.",
                "Write below it where its facts come from, with [@source] behind the words.");
        }
    }

    private static bool HasCitedCaption(ParagraphBlock figure)
    {
        var document = figure.Parent!;
        return document.ElementAtOrDefault(document.IndexOf(figure) + 1) is ParagraphBlock { Inline: { } words }
            && words.Descendants().OfType<CitationInline>().Any();
    }
}
