namespace FacialParalysisSite.Content.ClinicFacts;

/// <summary>The words in double braces that a text may use for what stands in <c>clinic.yml</c>.</summary>
internal static class ClinicPlaceholders
{
    public static IReadOnlyList<string> Names { get; } = ["name", "phone", "city", "address", "hours", "email", "replyTime"];

    /// <summary>Stands in for the clinic where it matters only that something stands for each.</summary>
    public static Clinic AllFilled { get; } = new()
    {
        Name = "name",
        Phone = Phone.Parse("(000) 000-0000")!,
        City = "city",
        Urgent = "urgent",
        OffLabel = "offLabel",
        Address = "address",
        Hours = "hours",
        Email = "email",
        ReplyTime = "replyTime",
    };

    /// <summary>What is shown, or null where the clinic has not filled it in.</summary>
    public static string? TextOf(string name, Clinic clinic) => name switch
    {
        "name" => clinic.Name,
        "phone" => clinic.Phone.Text,
        "city" => clinic.City,
        "address" => clinic.Address,
        "hours" => clinic.Hours,
        "email" => clinic.Email,
        "replyTime" => clinic.ReplyTime,
        _ => null,
    };

    /// <summary>Where it leads, where it is a link.</summary>
    public static string? AddressOf(string name, Clinic clinic) => name switch
    {
        "phone" => clinic.Phone.Link,
        "email" => "mailto:" + clinic.Email,
        _ => null,
    };
}
