namespace FacialParalysisSite.Content.FrontMatter;

/// <summary>A list of words and phrases to look for, as staff write it: a star at the end of one stands for any ending.</summary>
/// <param name="Longest">The characters that a phrase may have.</param>
/// <param name="LettersIn">How much of a phrase is looked for; 0 where that is nothing.</param>
internal sealed record PhraseList(int Longest, Func<string, int> LettersIn)
{
    private const int ShortestBeforeStar = 3;

    /// <summary>Reads a list. What would find too much, or nothing, is reported and left out.</summary>
    public List<string> Read(FieldReader fields, string name, bool mayEndInStar = true)
    {
        var good = new List<string>();
        foreach (var phrase in fields.Texts(name, Longest))
        {
            var plain = mayEndInStar ? phrase.Value.TrimEnd('*') : phrase.Value;
            var letters = LettersIn(plain);
            if (letters > 0 && !plain.Contains('*', StringComparison.Ordinal) && (plain.Length == phrase.Value.Length || letters >= ShortestBeforeStar))
            {
                good.Add(phrase.Value);
            }
            else
            {
                fields.Problems.Add(phrase.At, Problems.ProblemCode.OutOfRange, $"\"{phrase.Value}\" would find too much, or nothing.",
                    mayEndInStar ? $"A star may only stand at the end of a word, behind at least {ShortestBeforeStar} letters." : "Write whole words, without a star.");
            }
        }

        return good;
    }
}
