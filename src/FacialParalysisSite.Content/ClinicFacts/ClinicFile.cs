using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Yaml;

namespace FacialParalysisSite.Content.ClinicFacts;

/// <summary>Reads <c>clinic.yml</c>.</summary>
internal static class ClinicFile
{
    public static ParsedClinic Parse(ContentFile file, EvidenceRules rules, FileProblems problems)
    {
        if (YamlReader.Read(file.Text, firstLine: 1, problems) is not YamlMap map)
        {
            if (!problems.HasErrors)
            {
                problems.Add(Position.Start, ProblemCode.BadYaml, "The file has no fields.", "Write name: and phone:, each on a line of its own.");
            }

            return new ParsedClinic(file.Path, null, problems.All);
        }

        var fields = new FieldReader(map, problems);
        var name = fields.RequiredText("name", longest: 100);
        var phone = ReadPhone(fields);
        var city = fields.RequiredText("city", longest: 100);
        var urgent = fields.RequiredText("urgent", longest: 300);
        var offLabel = fields.RequiredText("offLabel", longest: 600);
        var address = fields.Text("address", longest: 300);
        var hours = fields.Text("hours", longest: 300);
        var email = ReadEmail(fields);
        var replyTime = fields.Text("replyTime", longest: 200);
        var social = ReadSocial(fields);
        var security = ReadSecurity(fields);
        fields.RefuseOthers();
        WordingCheck.Run(fields.Written("name", "city", "urgent", "offLabel", "address", "hours", "replyTime"), rules, problems);
        var clinic = name.Length == 0 || phone is null ? null : new Clinic
        {
            Name = name,
            Phone = phone,
            City = city,
            Urgent = urgent,
            OffLabel = offLabel,
            Address = address,
            Hours = hours,
            Email = email,
            ReplyTime = replyTime,
            Social = social,
            Security = security is null ? null : new SecurityContact(security.Value.Contact, security.Value.Until.Value),
        };
        return new ParsedClinic(file.Path, clinic, problems.All) { SecurityUntil = security?.Until };
    }

    private static Phone? ReadPhone(FieldReader fields)
    {
        var text = fields.RequiredText("phone", longest: 40);
        var phone = Phone.Parse(text);
        if (phone is null && text.Length > 0)
        {
            fields.Problems.Add(fields.PositionOf("phone"), ProblemCode.BadPhone, "This is not a telephone number that can be dialled.",
                "Write ten digits, such as (310) 657-2203, or begin with + and the number of the country.");
        }

        return phone;
    }

    private static string? ReadEmail(FieldReader fields)
    {
        var text = fields.Text("email", longest: 254);
        if (text is null || IsEmail(text))
        {
            return text;
        }

        fields.Problems.Add(fields.PositionOf("email"), ProblemCode.BadAddress, "This is not an e-mail address.", "Write it as office@example.com.");
        return null;
    }

    private static (string Contact, Located<ContentDate> Until)? ReadSecurity(FieldReader fields)
    {
        if (fields.Group("security") is not { } group)
        {
            return null;
        }

        var written = group.RequiredText("contact", longest: 254);
        var until = group.RequiredDate("until");
        group.RefuseOthers();
        var contact = Phone.Parse(written) is { } phone ? phone.Link
            : IsEmail(written) ? "mailto:" + written
            : Uri.TryCreate(written, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps ? page.AbsoluteUri
            : null;
        if (contact is null && written.Length > 0)
        {
            group.Problems.Add(group.PositionOf("contact"), ProblemCode.BadAddress, "This is no way to reach anybody.",
                "Write a telephone number, an e-mail address, or the address of a page that begins with https://.");
        }

        return contact is not null && until is { } day ? (contact, day) : null;
    }

    private static bool IsEmail(string text) => System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static List<SocialLink> ReadSocial(FieldReader fields)
    {
        var links = new List<SocialLink>();
        foreach (var group in fields.Groups("social"))
        {
            var name = group.RequiredText("name", longest: 60);
            var url = group.RequiredWebAddress("url");
            group.RefuseOthers();
            if (url is not null)
            {
                links.Add(new SocialLink(name, url));
            }
        }

        return links;
    }
}
