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

    /// <summary>Whether a picture of the content folder is a patient's. No spelling of the folder makes it another.</summary>
    public static bool Has(string path) => path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\bpatients?/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FolderMeant();
}
