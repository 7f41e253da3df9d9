namespace FacialParalysisSite.Content.ClinicFacts;

/// <summary>A telephone number that can be dialled.</summary>
public sealed record Phone
{
    private Phone(string text, string dialled)
    {
        Text = text;
        Dialled = dialled;
    }

    /// <summary>The number as people read it.</summary>
    public string Text { get; }

    /// <summary>The number in international form: <c>+13106572203</c>.</summary>
    public string Dialled { get; }

    /// <summary>The address that calls it: <c>tel:+13106572203</c>.</summary>
    public string Link => "tel:" + Dialled;

    /// <summary>Reads a number: ten digits are one of the United States, others begin with + and their country's number.</summary>
    /// <returns>The number, or null where it cannot be dialled.</returns>
    public static Phone? Parse(string text)
    {
        if (text.Any(letter => !char.IsAsciiDigit(letter) && letter is not (' ' or '-' or '.' or '(' or ')' or '+' or '\u00a0')))
        {
            return null;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));

        // E.164 allows 15 digits at the most; no country has fewer than 7 with its own number.
        return text.TrimStart().StartsWith('+')
            ? digits.Length is >= 7 and <= 15 ? new Phone(text, "+" + digits) : null
            : digits.Length == 10 ? new Phone(text, "+1" + digits)
            : digits.Length == 11 && digits[0] == '1' ? new Phone(text, "+" + digits)
            : null;
    }
}
