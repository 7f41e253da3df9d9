using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

internal sealed class DataOptionsValidator : IValidateOptions<DataOptions>
{
    public ValidateOptionsResult Validate(string? name, DataOptions options)
    {
        if (options.Root.Length == 0)
        {
            return ValidateOptionsResult.Fail("Data:Root is empty. Set it to a folder that the site may write to.");
        }

        try
        {
            Directory.CreateDirectory(options.Root);
            return ValidateOptionsResult.Success;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ValidateOptionsResult.Fail($"Data:Root is \"{options.Root}\", but that folder cannot be made. Make it, or give the site the right to.");
        }
    }
}
