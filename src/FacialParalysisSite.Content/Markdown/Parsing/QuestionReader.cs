using System.Text;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.Pages;
using Markdig.Syntax;

namespace FacialParalysisSite.Content.Markdown.Parsing;

/// <summary>
/// Finds the questions that a text asks and answers: headings that end with a question mark. The answer is all that stands
/// below one, with the headings that part it, up to the next question or the next heading that is not below it.
/// </summary>
internal sealed class QuestionReader
{
    private readonly Clinic _clinic;
    private readonly List<Question> _questions = [];
    private readonly StringBuilder _answer = new();
    private readonly Stack<(int Level, string Words)> _above = [];
    private Question? _question;
    private int _level;
    private bool _isAnswered;

    private QuestionReader(Clinic clinic) => _clinic = clinic;

    /// <summary>The questions that have an answer. A heading with nothing but other headings below it only groups them.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="clinic">Fills the placeholders.</param>
    public static IReadOnlyList<Question> Read(MarkdownDocument document, Clinic clinic)
    {
        var reader = new QuestionReader(clinic);
        foreach (var block in document)
        {
            reader.Read(block);
        }

        reader.End();
        return reader._questions;
    }

    private void Read(Block block)
    {
        if (block is not HeadingBlock heading)
        {
            _isAnswered |= AddSentences(block);
            return;
        }

        var words = SectionReader.WordsOf(heading, _clinic);
        var isQuestion = words.EndsWith('?') && words.Any(char.IsLetter);
        if (isQuestion || heading.Level <= _level)
        {
            End();
            (_question, _level) = isQuestion ? (new Question(HeadingIds.Of(heading).Id, words, SubjectOf(heading), ""), heading.Level) : (null, 0);
        }
        else
        {
            AddSentences(heading);
        }

        _above.Push((heading.Level, words));
    }

    private string SubjectOf(HeadingBlock heading)
    {
        while (_above.TryPeek(out var above) && above.Level >= heading.Level)
        {
            _above.Pop();
        }

        return _above.TryPeek(out var subject) ? subject.Words : "";
    }

    private void End()
    {
        if (_question is not null && _isAnswered)
        {
            _questions.Add(_question with { Answer = _answer.ToString() });
        }

        _answer.Clear();
        _isAnswered = false;
    }

    /// <summary>Each block of words ends as a sentence does, or the points of a list would run into each other.</summary>
    private bool AddSentences(Block block)
    {
        if (_question is null)
        {
            return false;
        }

        var before = _answer.Length;
        foreach (var leaf in block is LeafBlock single ? [single] : block.Descendants<LeafBlock>())
        {
            Add(SectionReader.WordsOf(leaf, _clinic));
        }

        return _answer.Length > before;
    }

    private void Add(string sentence)
    {
        if (sentence.Length == 0)
        {
            return;
        }

        _answer.Append(_answer.Length > 0 ? " " : "").Append(sentence);
        if (sentence.TrimEnd('”', '’', '"', ')') is not [.., '.' or '!' or '?' or ':' or ';' or '…'])
        {
            _answer.Append('.');
        }
    }
}
