using System.Globalization;
using Microsoft.Extensions.Primitives;

// The least that a program on this server can do: it answers every request with the same bytes and headers.
// Bare ADDRESS HEADERS BODY: two files, the first with one "Name: value" a line, as the site has sent them.
if (args is not [var address, var headersFile, var bodyFile])
{
    Console.Error.WriteLine("Bare ADDRESS HEADERS BODY");
    return 2;
}

var headers = File.ReadLines(headersFile).Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2 && pair[0] is not ("Date" or "Content-Length" or "Server"))
    .Select(pair => KeyValuePair.Create(pair[0], new StringValues(pair[1]))).ToArray();
var body = await File.ReadAllBytesAsync(bodyFile);

var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().UseUrls(address).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
await using var app = builder.Build();
app.Run(context =>
{
    foreach (var (name, value) in headers)
    {
        context.Response.Headers[name] = value;
    }

    context.Response.ContentLength = body.Length;
    return context.Response.Body.WriteAsync(body).AsTask();
});
await app.StartAsync();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Answers with {body.Length} bytes and {headers.Length} headers."));
await app.WaitForShutdownAsync();
return 0;
