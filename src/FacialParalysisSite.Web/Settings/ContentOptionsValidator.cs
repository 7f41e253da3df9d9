using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

internal sealed class ContentOptionsValidator(IHostEnvironment environment) : IValidateOptions<ContentOptions>
{
    public ValidateOptionsResult Validate(string? name, ContentOptions options)
    {
        var failures = new List<string>();
        if (options.Root.Length == 0)
        {
            failures.Add("Content:Root is empty. Set it to the folder that holds clinic.yml and articles/.");
        }
        else if (!Directory.Exists(options.Root))
        {
            failures.Add($"Content:Root is \"{options.Root}\", but there is no such folder.");
        }
        else if (!HasFiles(options.Root))
        {
            failures.Add($"Content:Root is \"{options.Root}\", but that folder is empty. Is the volume mounted?");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            failures.Add($"Content:TimeZone is \"{options.TimeZone}\", which is not a time zone such as America/Los_Angeles.");
        }

        if (options.ShowDrafts == true && environment.IsProduction())
        {
            failures.Add("Content:ShowDrafts is true, but drafts must not be shown in Production. Delete the setting.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool HasFiles(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder).Any(entry => !Path.GetFileName(entry).StartsWith('.'));
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
