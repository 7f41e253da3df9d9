using FacialParalysisSite.Consultations.Storage;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Settings;

internal sealed class DataOptionsValidator : IValidateOptions<DataOptions>
{
    private const int DaysOfTenYears = 3650;

    public ValidateOptionsResult Validate(string? name, DataOptions options)
    {
        var failures = new List<string>();
        if (FaultOfRoot(options) is { } fault)
        {
            failures.Add(fault);
        }

        if (options.KeepDeliveredDays is < 1 or > DaysOfTenYears)
        {
            failures.Add($"Data:KeepDeliveredDays is {options.KeepDeliveredDays}. Set it to a number of days from 1 to {DaysOfTenYears}.");
        }

        using var certificates = SealCertificates.Load(options);
        failures.AddRange(certificates.Faults);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? FaultOfRoot(DataOptions options)
    {
        if (options.Root.Length == 0)
        {
            return "Data:Root is empty. Set it to a folder that the site may write to.";
        }

        try
        {
            PrivateFiles.CreateFolder(options.Root);
            var trial = Path.Combine(options.Root, $".write-{Guid.NewGuid():N}");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"Data:Root is \"{options.Root}\", but the site cannot write there. Make the folder, or give the site the right to write to it.";
        }
    }
}
