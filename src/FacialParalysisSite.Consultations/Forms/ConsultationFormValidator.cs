using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using FacialParalysisSite.Consultations.Mail;
using FluentValidation;

namespace FacialParalysisSite.Consultations.Forms;

/// <summary>
/// The rules of the form, written once. They ask for as little as the clinic needs to answer; names, numbers and
/// addresses are taken as people have them.
/// </summary>
public sealed partial class ConsultationFormValidator : AbstractValidator<ConsultationForm>
{
    public const int LongestName = 100;

    /// <summary>The longest address that mail can carry (RFC 5321, section 4.5.3.1.3, less the angle brackets).</summary>
    public const int LongestEmail = 254;

    public const int LongestPhone = 80;

    public const int LongestLanguage = 60;

    public const int LongestMessage = 2000;

    /// <summary>UTF-16 units of a kiss of two people with skin tones, the longest of Unicode's emoji sequences (emoji-zwj-sequences.txt, version 16).</summary>
    private const int LongestEmoji = 15;

    /// <summary>UTF-16 units a character may have on the average of a text: no script needs so many, and a flood must not be made of accents.</summary>
    private const int MostUnits = 5;

    public ConsultationFormValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;

        RuleFor(form => form.Name)
            .Must(name => HasText(name)).WithMessage("Enter your full name")
            .Must(name => Length(name) <= LongestName).WithMessage($"Your name must have {LongestName} characters or fewer")
            .Must(name => HasNoBreaks(name)).WithMessage("Enter your name on one line");

        RuleFor(form => form.Email)
            .Must((form, email) => HasText(email) || HasText(form.Phone)).WithMessage("Enter an e-mail address or a phone number, so that we can answer you")
            .Must(email => TypedText.Contact(email) is not { } text || IsEmail(text)).WithMessage("Enter an e-mail address in the form name@example.com");

        RuleFor(form => form.Phone)
            .Must(phone => TypedText.Contact(phone) is not { } text || IsPhone(text)).WithMessage("Enter a phone number, such as (310) 555-0123 or +44 20 7946 0000");

        RuleForChoice(form => form.Voicemail, Choices.Voicemail, "whether we may leave a voice message");

        RuleFor(form => form.PreferredContact)
            .Must((form, way) => way != "email" || HasText(form.Email)).WithMessage("You prefer e-mail. Enter your e-mail address, or choose another way")
            .Must((form, way) => way != "phone" || HasText(form.Phone)).WithMessage("You prefer the phone. Enter your phone number, or choose another way");

        RuleForChoice(form => form.PreferredContact, Choices.PreferredContact, "how to reach you");
        RuleForChoice(form => form.BestTime, Choices.BestTime, "when to reach you");

        RuleFor(form => form.Language)
            .Must(language => Length(language) <= LongestLanguage).WithMessage($"The language must have {LongestLanguage} characters or fewer")
            .Must(language => HasNoBreaks(language)).WithMessage("Enter the language on one line");

        RuleForChoice(form => form.Whom, Choices.Whom, "who the visit is for");
        RuleForChoice(form => form.Topic, Choices.Topic, "what it is about");
        RuleForChoice(form => form.Onset, Choices.Onset, "when it began");

        RuleFor(form => form.Message)
            .Must(message => Length(message) <= LongestMessage).WithMessage($"Your message must have {LongestMessage} characters or fewer");

        RuleFor(form => form.Agreed)
            .Equal(true).WithMessage("Tick the box to let us contact you about this request");
    }

    private void RuleForChoice(System.Linq.Expressions.Expression<Func<ConsultationForm, string?>> field, IReadOnlyList<Choice> choices, string what) =>
        RuleFor(field)
            .Must(value => !HasText(value) || Choices.LabelOf(choices, value) is not null).WithMessage($"Choose {what} from the list");

    private static bool HasText(string? text) => TypedText.Trimmed(text) is not null;

    /// <summary>
    /// As a person counts: an emoji is one character, and so is a line break, whatever the browser sends for it. A letter
    /// under a heap of accents counts as often as the longest of emoji would fit into it.
    /// </summary>
    private static int Length(string? text)
    {
        var length = 0;
        var typed = text?.Trim().ReplaceLineEndings("\n") ?? "";
        var elements = StringInfo.GetTextElementEnumerator(typed);
        while (elements.MoveNext())
        {
            length += 1 + ((elements.GetTextElement().Length - 1) / LongestEmoji);
        }

        return Math.Max(length, typed.Length / MostUnits);
    }

    private static bool HasNoBreaks(string? text) =>
        text?.Trim().Any(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) != true;

    /// <summary>
    /// Anything@host, in any script: whether it exists, only a mail can tell. What would end the header of a mail, hold
    /// two addresses or look like the address of a page is refused, and so is what means nothing outside one program.
    /// </summary>
    private static bool IsEmail(string text) =>
        text.Length <= LongestEmail
        && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is ',' or ';' or ':' or '<' or '>' or '"' or '(' or ')' or '/' or '\\' or '?')
        && text.EnumerateRunes().All(TypedText.IsExchanged)
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && !address.User.StartsWith('.') && !address.User.EndsWith('.') && !address.User.Contains("..", StringComparison.Ordinal)
        && address.Host.Contains('.', StringComparison.Ordinal)
        && ReplyAddress.HostOf(address.Host) is not null;

    /// <summary>
    /// Digits of any script with what people write around them, an extension and a remark included. The shortest numbers
    /// in use have 5 digits; two of the longest (E.164: 15) fit. What looks like the address of a page is refused,
    /// and so is what Unicode says is no character: it cannot be normalized.
    /// </summary>
    private static bool IsPhone(string text) =>
        text.Length <= LongestPhone
        && !text.Any(char.IsControl)
        && !text.AsSpan().ContainsAny('\ufffe', '\uffff')
        && text.Normalize(NormalizationForm.FormKC).Count(char.IsDigit) is >= 5 and <= 30
        && !LooksClickable().IsMatch(text);

    /// <summary>A letter, a dot, a slash or a colon, and a letter again, as in the address of a page.</summary>
    [GeneratedRegex(@"\p{L}[./\\@][\p{L}/\\]|//|@", RegexOptions.NonBacktracking)]
    private static partial Regex LooksClickable();
}
