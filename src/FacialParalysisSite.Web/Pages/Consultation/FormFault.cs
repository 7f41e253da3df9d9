namespace FacialParalysisSite.Web.Pages.Consultation;

/// <summary>Something that is wrong with an answer.</summary>
/// <param name="Field">The field's id.</param>
/// <param name="Message">What to do, in a sentence.</param>
internal sealed record FormFault(string Field, string Message);

/// <summary>Why a form was not taken although nothing may be wrong with its answers.</summary>
internal enum Refusal
{
    None,

    /// <summary>Nothing shows that it was opened on this site and in this browser.</summary>
    NotFromThisPage,

    /// <summary>The client has sent as many as it may.</summary>
    TooMany,

    /// <summary>It could not be stored.</summary>
    NotStored,

    /// <summary>It cannot even be shown.</summary>
    NotOpen,
}
