using FacialParalysisSite.Content.FrontMatter;

namespace FacialParalysisSite.Content.People;

/// <summary>The fields at the head of a person's file.</summary>
internal static class PersonFrontMatter
{
    /// <summary>Reads the person. Where the name cannot be read, the file's name stands in for it.</summary>
    public static Person Read(string slug, FieldReader? fields)
    {
        if (fields is null)
        {
            return StandIn(slug);
        }

        var name = fields.RequiredText("name", longest: 100);
        var person = new Person
        {
            Slug = slug,
            Name = name.Length > 0 ? name : StandIn(slug).Name,
            Credentials = fields.Text("credentials", longest: 60),
            Role = fields.RequiredText("role", longest: 120),
            IsClinician = fields.Flag("clinician"),
            IsOrganization = fields.Flag("organization"),
            IsConfirmed = fields.Flag("confirmed", otherwise: true),
        };
        fields.RefuseOthers();
        if (person is { IsOrganization: true, IsClinician: true })
        {
            fields.Contradict("organization", "An organization is no clinician.", "Reviews are done by people: delete one of the two fields.");
        }

        return person;
    }

    private static Person StandIn(string slug) => new()
    {
        Slug = slug,
        Name = string.Join(' ', slug.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
        Role = "",
    };
}
