using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

/// <summary>Runs <c>requests</c> as the operator does, on a database that the test fills.</summary>
public abstract class RequestsTests : IDisposable
{
    /// <summary>What a patient wrote, to be found nowhere else.</summary>
    internal const string Planted = "Zq7Planted";

    private readonly TemporaryFolder _own = new();
    private readonly FakeClock _clock = new(FakeClock.Start);

    internal string DataRoot => _own["data"];

    public void Dispose()
    {
        _own.Dispose();
        GC.SuppressFinalize(this);
    }

    internal RequestStore Store() => new(DataRoot, _clock);

    internal void Pass(int minutes) => _clock.Now += TimeSpan.FromMinutes(minutes);

    /// <summary>With nothing of what only the site needs: who looks after waiting requests may have a site that cannot start.</summary>
    internal Task<Ended> RunAsync(params string[] arguments) =>
        SiteProgram.RunAsync(["requests", .. arguments], ("ASPNETCORE_ENVIRONMENT", "Production"), ("Data__Root", DataRoot), ("Content__Root", "/no/such/folder"));
}
