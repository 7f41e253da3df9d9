using System.Security.Cryptography;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>
/// The short code that stands for a consultation request on the page, in mails, in the log and on the telephone:
/// <c>FP-4KX7-9M2R</c>. It says nothing about the person.
/// </summary>
public sealed record Reference
{
    /// <summary>
    /// Crockford's Base32 (https://www.crockford.com/base32.html): no I, L, O and U, which are misread or misheard.
    /// </summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const string Prefix = "FP";

    private const int Symbols = 8;

    private Reference(string code) => Code = code;

    /// <summary>The code as it is shown.</summary>
    public string Code { get; }

    /// <summary>A new code, one of 32⁸, about 10¹²: nobody guesses one, and a clinic's requests of decades do not collide by chance often enough to matter.</summary>
    public static Reference New() => new(Format(RandomNumberGenerator.GetString(Alphabet, Symbols)));

    /// <summary>Reads a code as people type it: small letters, missing hyphens, O for 0 and I or L for 1 are forgiven.</summary>
    /// <returns>The reference, or null where the text cannot be one.</returns>
    public static Reference? Parse(string? text)
    {
        if (text is null || text.Length > 40)
        {
            return null;
        }

        var symbols = string.Concat(text.ToUpperInvariant().Where(letter => letter is not ('-' or ' ')));
        if (!symbols.StartsWith(Prefix, StringComparison.Ordinal) || symbols.Length != Prefix.Length + Symbols)
        {
            return null;
        }

        var code = string.Concat(symbols[Prefix.Length..].Select(Forgive));
        return code.All(symbol => Alphabet.Contains(symbol, StringComparison.Ordinal)) ? new Reference(Format(code)) : null;
    }

    public override string ToString() => Code;

    private static char Forgive(char letter) => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => letter,
    };

    private static string Format(string symbols) => $"{Prefix}-{symbols[..4]}-{symbols[4..]}";
}
