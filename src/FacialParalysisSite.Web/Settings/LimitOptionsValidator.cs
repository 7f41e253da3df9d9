using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

internal sealed class LimitOptionsValidator : IValidateOptions<LimitOptions>
{
    private const int MinutesOfADay = 24 * 60;

    public ValidateOptionsResult Validate(string? name, LimitOptions options)
    {
        var failures = new List<string>();
        AddIfNone(options.Requests, nameof(options.Requests), "nobody could ask for a consultation then", failures);
        AddIfNone(options.RequestsADay, nameof(options.RequestsADay), "nobody could ask for a consultation then", failures);
        AddIfNone(options.Flood, nameof(options.Flood), "a single request would count as a flood then", failures);
        AddIfNone(options.InFlood, nameof(options.InFlood), "nobody could ask for a consultation in a flood then", failures);
        AddIfNone(options.Mails, nameof(options.Mails), "no request would go to the clinic at once then", failures);
        AddIfNone(options.DatabaseMegabytes, nameof(options.DatabaseMegabytes), "no request could be stored then", failures);
        if (options.Minutes is < 1 or > MinutesOfADay)
        {
            failures.Add($"Limits:Minutes is {options.Minutes}. Set it to a number from 1 to {MinutesOfADay}.");
        }

        if (options.FreeMegabytes < 0)
        {
            failures.Add($"Limits:FreeMegabytes is {options.FreeMegabytes}. Set it to 0 or more.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void AddIfNone(int value, string setting, string consequence, List<string> failures)
    {
        if (value < 1)
        {
            failures.Add($"{LimitOptions.Section}:{setting} is {value}, but {consequence}. Set it to 1 or more.");
        }
    }
}
