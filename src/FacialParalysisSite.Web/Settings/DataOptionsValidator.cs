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
            CreateForTheSiteAlone(options.Root);
            var trial = Path.Combine(options.Root, $".write-{Guid.NewGuid():N}");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return ValidateOptionsResult.Success;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ValidateOptionsResult.Fail($"Data:Root is \"{options.Root}\", but the site cannot write there. Make the folder, or give the site the right to write to it.");
        }
    }

    /// <summary>What patients write lies there: no other account of the machine may read it.</summary>
    private static void CreateForTheSiteAlone(string folder)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
