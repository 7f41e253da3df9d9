using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>What the site answered, read to its end.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">All headers, also those of the content; several of one name are joined by a line end.</param>
/// <param name="Bytes">The content.</param>
public sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public string? Location => Header("Location");

    public IHtmlDocument Page => field ??= new HtmlParser().ParseDocument(Text);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => string.Join('\n', header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }
}
