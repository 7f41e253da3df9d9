using System.Globalization;
using FacialParalysisSite.Web.Logging;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;

namespace FacialParalysisSite.Web.Tests.Logging;

public sealed class RequestLinesTests : IDisposable
{
    private static readonly RequestKind Article = new("GET", RouteTo("/articles/{slug}"), 200);

    private static readonly RequestKind Nothing = new("GET", Endpoint: null, 404);

    private readonly KeptLines _kept = new();
    private readonly RequestLines _lines;

    public RequestLinesTests() => _lines = new RequestLines(_kept);

    public void Dispose() => _lines.Dispose();

    [Fact]
    public void Note_AsManyAsPatientsMake_WritesALineForEach()
    {
        for (var number = 0; number < RequestLines.Most; number++)
        {
            _lines.Note(Article, TimeSpan.FromMilliseconds(1.5));
        }

        _lines.Write();
        Assert.Equal(Enumerable.Repeat("GET /articles/{slug} 200 1.5 ms", RequestLines.Most), _kept.Lines);
    }

    [Fact]
    public void Note_ACrowd_GathersThoseOfAKindAndLosesNone()
    {
        Parallel.For(0, 1000 + RequestLines.Most, number => _lines.Note(Article, TimeSpan.FromMilliseconds(number)));
        Parallel.For(0, 500, _ => _lines.Note(Nothing, TimeSpan.FromMilliseconds(2)));
        Assert.Equal(RequestLines.Most, _kept.Lines.Count);

        _lines.Write();

        Assert.Contains(_kept.Lines, line => line.StartsWith("GET /articles/{slug} 200 ", StringComparison.Ordinal) && line.EndsWith(" ms at most, 1000 times", StringComparison.Ordinal));
        Assert.Contains("GET (none) 404 2.0 ms at most, 500 times", _kept.Lines);
        Assert.Equal(RequestLines.Most + 2, _kept.Lines.Count);
    }

    [Fact]
    public void Write_AfterACrowd_LetsSingleLinesThroughAgain()
    {
        for (var number = 0; number < 2 * RequestLines.Most; number++)
        {
            _lines.Note(Article, TimeSpan.Zero);
        }

        _lines.Write();
        _lines.Write();
        _lines.Note(Nothing, TimeSpan.Zero);

        Assert.Equal("GET (none) 404 0.0 ms", _kept.Lines[^1]);
        Assert.Equal(RequestLines.Most + 2, _kept.Lines.Count);
    }

    [Fact]
    public async Task Stop_AfterACrowd_HasWrittenEveryRequest()
    {
        await _lines.StartAsync(CancellationToken.None);
        for (var number = 0; number < 2 * RequestLines.Most; number++)
        {
            _lines.Note(Article, TimeSpan.Zero);
        }

        await _lines.StopAsync(CancellationToken.None);

        Assert.Equal(2 * RequestLines.Most, _kept.Lines.Sum(line => line.EndsWith(" times", StringComparison.Ordinal) ? int.Parse(line.Split(' ')[^2], CultureInfo.InvariantCulture) : 1));
    }

    private static RouteEndpoint RouteTo(string template) => new(_ => Task.CompletedTask, RoutePatternFactory.Parse(template), 0, EndpointMetadataCollection.Empty, null);

    private sealed class KeptLines : ILogger<RequestLines>
    {
        private readonly Lock _adding = new();
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_adding)
                {
                    return [.. _lines];
                }
            }
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_adding)
            {
                _lines.Add(formatter(state, exception));
            }
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }
}
