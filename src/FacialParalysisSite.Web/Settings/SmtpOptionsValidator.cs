using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Web.Addresses;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

internal sealed class SmtpOptionsValidator(IHostEnvironment environment) : IValidateOptions<SmtpOptions>
{
    private const int HighestPort = 65535;

    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var failures = new List<string>();
        if (!options.IsConfigured && !environment.IsDevelopment())
        {
            failures.Add("Smtp:Host is missing. Set it to the mail server that takes the site's mails (environment variable Smtp__Host).");
        }

        failures.AddRange(FaultsOf(options, SmtpOptions.Section));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>What is wrong with the way to a mail server, whether or not one is needed.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="section">Where they stand.</param>
    public static List<string> FaultsOf(SmtpOptions options, string section)
    {
        var failures = new List<string>();
        if (options.Port is < 1 or > HighestPort)
        {
            failures.Add($"{section}:Port is {options.Port}, which is not a port from 1 to {HighestPort}.");
        }

        if (!Enum.IsDefined(options.Security))
        {
            failures.Add($"{section}:Security is not StartTls, Implicit or None.");
        }
        else if (options.Security == SmtpSecurity.Implicit && !SmtpSender.KnowsImplicitTls)
        {
            failures.Add($"{section}:Security is Implicit, which this build cannot do. Set it to StartTls, usually with port 587, or build with -p:UseMailKit=true.");
        }
        else if (options.Security == SmtpSecurity.None && options.IsConfigured && !options.Host.IsLoopbackHost())
        {
            failures.Add($"{section}:Security is None, but {section}:Host is \"{options.Host}\". Mails go unprotected only to this machine; set it to StartTls.");
        }

        if (options.UserName.Length > 0 != options.Password.Length > 0)
        {
            failures.Add($"{section}:UserName and {section}:Password belong together: set both or neither.");
        }

        return failures;
    }
}
