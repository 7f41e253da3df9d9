using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Web.Addresses;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

internal sealed class AlertOptionsValidator : IValidateOptions<AlertOptions>
{
    private const int MinutesOfAWeek = 7 * 24 * 60;

    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var failures = new List<string>();

        // It is a secret, so it is not repeated.
        if (options.Webhook.Length > 0 && !IsWebhook(options.Webhook))
        {
            failures.Add("Alert:Webhook is not an https address such as https://hooks.example.org/services/…; http is only for this machine.");
        }

        if (!options.Recipients.All(MailOptionsValidator.IsAddress))
        {
            failures.Add("Alert:MailTo has something that is not an e-mail address. Write addresses such as admin@example.org, separated by commas.");
        }

        if (options.From.Length > 0 && !MailOptionsValidator.IsAddress(options.From))
        {
            failures.Add("Alert:From is not one e-mail address such as website@example.org.");
        }

        if (options.LateMinutes is < AlertSettings.LeastLateMinutes or > MinutesOfAWeek)
        {
            failures.Add($"Alert:LateMinutes is {options.LateMinutes}. Set it to a number from {AlertSettings.LeastLateMinutes} to {MinutesOfAWeek}: in a flood a request waits ten minutes for others.");
        }

        if (options.Smtp.IsConfigured && options.Recipients.Count == 0)
        {
            failures.Add("Alert:Smtp:Host is set, but nobody gets a mail through it. Set Alert:MailTo, too.");
        }

        failures.AddRange(SmtpOptionsValidator.FaultsOf(options.Smtp, $"{AlertOptions.Section}:{SmtpOptions.Section}"));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsWebhook(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.Host.IsLoopbackHost()))
        && url is { Fragment: "", UserInfo: "", Host.Length: > 0 };
}
