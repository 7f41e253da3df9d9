using Microsoft.Extensions.Primitives;

namespace Bare;

/// <summary>The least that a program on this web server can do: it answers every request with the same headers and bytes.</summary>
internal static class PageServer
{
    /// <param name="address">Where it listens: <c>http://127.0.0.1:5089</c>.</param>
    /// <param name="headers">A file with one "Name: value" a line, as the site has sent them.</param>
    /// <param name="body">A file with the bytes.</param>
    public static async Task<int> RunAsync(string address, string headers, string body)
    {
        var sent = File.ReadLines(headers).Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2 && pair[0] is not ("Date" or "Content-Length"))
            .Select(pair => KeyValuePair.Create(pair[0], new StringValues(pair[1]))).ToArray();
        var bytes = await File.ReadAllBytesAsync(body);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(context =>
        {
            foreach (var (name, value) in sent)
            {
                context.Response.Headers[name] = value;
            }

            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
