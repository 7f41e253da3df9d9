using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>
/// Somebody who fills in the form as a browser without scripts does: with cookies, with the fields as the page shows
/// them, and with only those changed that are typed into.
/// </summary>
internal sealed class Visitor : IDisposable
{
    private static readonly (string Field, string Value)[] LeastNeeded = [("name", "Ada"), ("phone", "(310) 555-0123"), ("agreed", "yes")];

    private readonly HttpClient _client;
    private readonly List<(string Name, string Value)> _headers = [];

    public Visitor(SiteHost site, bool keepsCookies = true) =>
        _client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = keepsCookies, BaseAddress = new Uri(SiteHost.PlainBase) });

    /// <summary>The page in front of the visitor.</summary>
    public Answer Shown { get; private set; } = null!;

    /// <summary>Sends every request from this network address.</summary>
    public Visitor From(string address)
    {
        _headers.Add((RemoteAddress.Header, address));
        return this;
    }

    public async Task<Answer> OpenAsync(string address = "/consultation")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await AskAsync(request);
    }

    /// <summary>Types into the form that is shown and sends it.</summary>
    public Task<Answer> SendAsync(params (string Field, string Value)[] typed) => SendFormAsync(FieldsOf(Shown.Page).With(typed));

    /// <summary>Opens the form and sends what is needed at least, and what is typed besides.</summary>
    public async Task<Answer> AskForConsultationAsync(params (string Field, string Value)[] typed)
    {
        await OpenAsync();
        return await SendAsync([.. LeastNeeded, .. typed]);
    }

    /// <summary>Sends fields as they are.</summary>
    public async Task<Answer> SendFormAsync(IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/consultation") { Content = new FormUrlEncodedContent(fields) };
        return await AskAsync(request);
    }

    /// <summary>The fields of a page as a browser would send them.</summary>
    public static Dictionary<string, string> FieldsOf(IHtmlDocument page)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in page.QuerySelectorAll("form [name]"))
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    fields.Add(input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(area.Name!, area.Value);
                    break;
            }
        }

        return fields;
    }

    /// <summary>Opens the form of a site in another process and fills in what is needed at least, and what is typed besides.</summary>
    public static async Task<FormUrlEncodedContent> FillInAsync(HttpClient client, CancellationToken cancellationToken = default, params (string Field, string Value)[] typed)
    {
        using var opened = await client.GetAsync(new Uri("/consultation", UriKind.Relative), cancellationToken);
        return new FormUrlEncodedContent(FieldsOf((await Answer.ReadAsync(opened)).Page).With([.. LeastNeeded, .. typed]));
    }

    public void Dispose() => _client.Dispose();

    private async Task<Answer> AskAsync(HttpRequestMessage request)
    {
        _headers.ForEach(header => request.Headers.TryAddWithoutValidation(header.Name, header.Value));
        using var response = await _client.SendAsync(request);
        var answer = await Answer.ReadAsync(response);
        return Shown = answer.Location is null ? answer : Shown with { Status = answer.Status, Headers = answer.Headers };
    }
}

/// <summary>Changes of a form.</summary>
internal static class FormFields
{
    public static Dictionary<string, string> With(this Dictionary<string, string> fields, params (string Field, string Value)[] typed)
    {
        foreach (var (field, value) in typed)
        {
            fields[field] = value;
        }

        return fields;
    }

    public static Dictionary<string, string> Without(this Dictionary<string, string> fields, string field)
    {
        fields.Remove(field);
        return fields;
    }
}
