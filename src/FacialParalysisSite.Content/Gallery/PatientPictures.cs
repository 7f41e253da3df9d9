using System.Text.RegularExpressions;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>
/// The place of patients' pictures. Whatever else a file says, nothing that lies there is served but for a case whose
/// permission holds: a slip in one file cannot show a patient's face through another.
/// </summary>
internal static partial class PatientPictures
{
    public const string Folder = "images/patients/";

    /// <summary>Whether a text names something in a folder that may have been meant to be that of patients: <c>images/patient/</c>, or <c>patients/</c> at the top.</summary>
    public static bool MayBeMeant(string text) => FolderMeant().IsMatch(text);

    /// <summary>Whether a picture of the content folder is a patient's: no spelling of the folder, and no other place of it below <c>images/</c>, makes it another.</summary>
    public static bool Has(string path) => PatientFolder().IsMatch(path);

    /// <summary>Whether one of them lies where it is looked for. Nothing shows any other.</summary>
    public static bool IsInPlace(string path) => path.StartsWith(Folder, StringComparison.Ordinal);

    [GeneratedRegex(@"\bpatients?/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FolderMeant();

    [GeneratedRegex("^images/(.+/)?patients?/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PatientFolder();
}
