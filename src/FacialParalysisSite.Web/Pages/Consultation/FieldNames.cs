using System.Text.Json;

namespace FacialParalysisSite.Web.Pages.Consultation;

/// <summary>What the fields are called in the page and in what it sends.</summary>
internal static class FieldNames
{
    /// <summary>What a box sends that is ticked.</summary>
    public const string Ticked = "yes";

    /// <summary>The name of the field for a property of the form: <c>best-time</c> for <c>BestTime</c>. Also its id.</summary>
    public static string Of(string property) => JsonNamingPolicy.KebabCaseLower.ConvertName(property);
}
