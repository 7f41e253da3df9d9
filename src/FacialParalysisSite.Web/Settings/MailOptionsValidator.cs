using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var failures = new List<string>();
        if (options.From.Length == 0)
        {
            failures.Add("Mail:From is missing. Set it to the address that the site's mails come from, such as website@example.org (environment variable Mail__From).");
        }
        else if (!IsAddress(options.From))
        {
            failures.Add("Mail:From is not one e-mail address such as website@example.org.");
        }

        if (options.Recipients.Count == 0)
        {
            failures.Add("Mail:To is missing. Set it to the clinic's addresses, separated by commas (environment variable Mail__To).");
        }
        else if (!options.Recipients.All(IsAddress))
        {
            failures.Add("Mail:To has something that is not an e-mail address. Write addresses such as front@example.org, separated by commas.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Whether a text is one e-mail address and nothing besides.</summary>
    public static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(char.IsControl);
}
