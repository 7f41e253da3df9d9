using System.Net.Mail;
using FluentValidation;

namespace FacialParalysisSite.Consultations.Forms;

/// <summary>
/// The rules of the form, written once. They ask for as little as the clinic needs to answer; names, numbers and
/// addresses are taken as people have them.
/// </summary>
public sealed class ConsultationFormValidator : AbstractValidator<ConsultationForm>
{
    public const int LongestName = 100;

    /// <summary>The longest address that mail can carry (RFC 5321, section 4.5.3.1.3, less the angle brackets).</summary>
    public const int LongestEmail = 254;

    public const int LongestPhone = 40;

    public const int LongestLanguage = 60;

    public const int LongestMessage = 2000;

    public ConsultationFormValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;

        RuleFor(form => form.Name)
            .Must(name => HasText(name)).WithMessage("Enter your full name")
            .Must(name => Length(name) <= LongestName).WithMessage($"Your name must have {LongestName} characters or fewer")
            .Must(name => HasNoBreaks(name)).WithMessage("Enter your name on one line");

        RuleFor(form => form.Email)
            .Must((form, email) => HasText(email) || HasText(form.Phone)).WithMessage("Enter an e-mail address or a phone number, so that we can answer you")
            .Must(email => !HasText(email) || IsEmail(email!.Trim())).WithMessage("Enter an e-mail address in the form name@example.com");

        RuleFor(form => form.Phone)
            .Must(phone => !HasText(phone) || IsPhone(phone!.Trim())).WithMessage("Enter a phone number, such as (310) 555-0123 or +44 20 7946 0000");

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

    private static bool HasText(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>As a person counts: a line break is one character, whatever the browser sends for it.</summary>
    private static int Length(string? text) => text?.Trim().ReplaceLineEndings("\n").Length ?? 0;

    private static bool HasNoBreaks(string? text) => text?.Trim().Any(char.IsControl) != true;

    /// <summary>
    /// Anything@something with a dot or a host name, in any script: whether it exists, only a mail can tell. What would
    /// end the header of a mail or hold two addresses is refused.
    /// </summary>
    private static bool IsEmail(string text) =>
        text.Length <= LongestEmail
        && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || IsHidden(letter) || letter is ',' or ';' or '<' or '>' or '"' or '(' or ')')
        && text.Count(letter => letter == '@') == 1
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !address.Host.StartsWith('.') && !address.Host.EndsWith('.');

    /// <summary>Turns the direction of what follows or is not seen at all; joiners (U+200C, U+200D) belong to some scripts.</summary>
    private static bool IsHidden(char letter) =>
        char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format && letter is not ('\u200c' or '\u200d');

    /// <summary>Digits with what people put between them, an extension included. The shortest numbers in use have 5 digits, E.164 allows 15.</summary>
    private static bool IsPhone(string text) =>
        text.Length <= LongestPhone
        && text.Count(char.IsDigit) is >= 5 and <= 20
        && text.All(letter => char.IsDigit(letter) || letter is ' ' or '\u00a0' or '\u202f' or '-' or '\u2010' or '\u2011' or '\u2013' or '.' or '(' or ')' or '/' or '+' or '#' or '*' or ',' || char.IsAsciiLetter(letter))
        && text.Count(char.IsAsciiLetter) <= 10;
}
