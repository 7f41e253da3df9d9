namespace FacialParalysisSite.Content.ClinicFacts;

/// <summary>What is written once about the clinic, in <c>clinic.yml</c>, and shown everywhere. What is null is not shown.</summary>
public sealed record Clinic
{
    public required string Name { get; init; }

    /// <summary>The telephone number as people read it: <c>(310) 657-2203</c>.</summary>
    public required Phone Phone { get; init; }

    /// <summary>City and state.</summary>
    public required string City { get; init; }

    /// <summary>What stands at the top of pages marked <c>urgent</c>: when to call 911.</summary>
    public required string Urgent { get; init; }

    /// <summary>What stands on articles marked <c>offLabel</c>.</summary>
    public required string OffLabel { get; init; }

    public string? Address { get; init; }

    public string? Hours { get; init; }

    public string? Email { get; init; }

    /// <summary>How soon the clinic answers a request, as a sentence.</summary>
    public string? ReplyTime { get; init; }

    public IReadOnlyList<SocialLink> Social { get; init; } = [];

    /// <summary>Whom to tell of a fault in the site's security; null where nobody is named.</summary>
    public SecurityContact? Security { get; init; }
}

/// <summary>A page of the clinic on another site.</summary>
public sealed record SocialLink(string Name, Uri Url);
