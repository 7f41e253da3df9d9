using System.Globalization;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.People;
using FacialParalysisSite.Web.Assets;

namespace FacialParalysisSite.Web.StructuredData;

/// <summary>The clinic and its people, with what is confirmed and shown of them.</summary>
internal sealed class ClinicNodes(Clinic clinic, string origin)
{
    /// <summary>The degrees of physicians in the United States.</summary>
    private static readonly string[] PhysicianDegrees = ["MD", "DO"];

    /// <summary>
    /// All that is confirmed. Opening hours are left out: staff write them as a sentence, and programs want a notation.
    /// </summary>
    public ClinicNode Whole => new(clinic.Name, origin + "/", clinic.Phone.Dialled, Address, clinic.Email, origin + SiteImages.LargeIcon,
        clinic.Social.Count == 0 ? null : clinic.Social.Select(page => page.Url.AbsoluteUri).ToList())
    { Id = Id };

    /// <summary>The name, for what the clinic stands behind.</summary>
    public NameNode Name => new("MedicalClinic", clinic.Name) { Id = Id };

    private string Id => origin + "/#clinic";

    private object Address => clinic.Address is { } confirmed ? confirmed
        : clinic.City.Split(", ") is [var city, var state] ? new AddressNode(city, state)
        : new AddressNode(clinic.City, AddressRegion: null);

    /// <summary>Somebody who wrote or reviewed. An organization of another name than the clinic's is another one.</summary>
    public NameNode NameOf(Person person) => person switch
    {
        { IsOrganization: false } => new NameNode("Person", person.NameAndCredentials),
        _ when person.Name == clinic.Name => Name,
        _ => new NameNode("Organization", person.NameAndCredentials),
    };

    /// <summary>A page about medicine with its last review; without where the clinic has not confirmed who did it.</summary>
    public PageNode WithReview(PageNode page, Review? review) => review is not { Reviewer: { IsConfirmed: true } reviewer } ? page : page with
    {
        LastReviewed = review.On.Day.ToString("O", CultureInfo.InvariantCulture),
        ReviewedBy = NameOf(reviewer),
    };

    /// <summary>A physician whom the clinic has confirmed; null for everybody else.</summary>
    public PhysicianNode? PhysicianOf(Person person) =>
        person is { IsClinician: true, IsConfirmed: true, Credentials: { } degrees }
        && degrees.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(degree => degree.Replace(".", "", StringComparison.Ordinal)).Intersect(PhysicianDegrees, StringComparer.Ordinal).Any()
            ? new PhysicianNode(person.NameAndCredentials, person.Role, Name)
            : null;
}
