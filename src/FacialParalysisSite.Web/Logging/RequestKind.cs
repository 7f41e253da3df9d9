namespace FacialParalysisSite.Web.Logging;

/// <summary>
/// What the log says of a request. The route's template stands for the address, because an address, a query or a network
/// address can say something about a person.
/// </summary>
/// <param name="Method">A known method, or OTHER.</param>
/// <param name="Endpoint">What was asked for; null where nothing has the address.</param>
/// <param name="Status">The status of the answer.</param>
internal readonly record struct RequestKind(string Method, Endpoint? Endpoint, int Status)
{
    public string Route => Template is { } template ? "/" + template.TrimStart('/') : "(none)";

    /// <summary>A machine asks for the site's health day and night; what changes stands in the log by itself.</summary>
    public bool IsProbe => Template.AsSpan().TrimStart('/').StartsWith("healthz/", StringComparison.Ordinal);

    private string? Template => (Endpoint as RouteEndpoint)?.RoutePattern.RawText;
}
