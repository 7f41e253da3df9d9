using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

internal sealed class LimitOptionsValidator : IValidateOptions<LimitOptions>
{
    private const int MinutesOfADay = 24 * 60;

    public ValidateOptionsResult Validate(string? name, LimitOptions options)
    {
        var failures = new List<string>();
        if (options.Requests < 1)
        {
            failures.Add($"Limits:Requests is {options.Requests}, but nobody could ask for a consultation then. Set it to 1 or more.");
        }

        if (options.Minutes is < 1 or > MinutesOfADay)
        {
            failures.Add($"Limits:Minutes is {options.Minutes}. Set it to a number from 1 to {MinutesOfADay}.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
