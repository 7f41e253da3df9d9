namespace FacialParalysisSite.Web.Logging;

/// <summary>What a request asked for before a status page took its place.</summary>
/// <param name="Endpoint">Null where nothing has the address.</param>
internal sealed record AskedEndpoint(Endpoint? Endpoint);
