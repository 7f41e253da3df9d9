using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Asking;

/// <summary>Somebody can be told where what people wrote is not wiped in time.</summary>
public sealed class UpkeepWorkerTests
{
    [Fact]
    public async Task LookAfter_WhenNothingIsLeft_ShowsThatItCameToTheEnd()
    {
        using var site = await StartAsync();
        site.Clock.Pass(TimeSpan.FromHours(30));

        Assert.True(await WorkerOf(site).LookAfterAsync(CancellationToken.None));

        Assert.InRange(PulseOf(site).SinceLast, TimeSpan.Zero, TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task LookAfter_WhileTheClockIsNotBelieved_DoesNotTakeItForTheEnd()
    {
        using var site = await StartAsync();
        await WorkerOf(site).LookAfterAsync(CancellationToken.None);
        site.Clock.Now += TimeSpan.FromDays(300);
        site.Clock.Pass(TimeSpan.FromHours(30));

        Assert.True(await WorkerOf(site).LookAfterAsync(CancellationToken.None));

        Assert.InRange(PulseOf(site).SinceLast, TimeSpan.FromHours(30), TimeSpan.FromHours(31));
    }

    [Fact]
    public async Task LookAfter_WhileTheDatabaseCannotBeWrittenAnew_DoesNotTakeItForTheEnd()
    {
        using var site = await StartAsync();
        await WorkerOf(site).LookAfterAsync(CancellationToken.None);
        site.Clock.Pass(TimeSpan.FromHours(30));
        await using var reader = new SqliteConnection($"Data Source={Path.Combine(site.Data, "site.db")};Pooling=False");
        await reader.OpenAsync();
        await using var command = reader.CreateCommand();
        command.CommandText = "PRAGMA user_version=1; BEGIN; SELECT COUNT(*) FROM Requests";
        await command.ExecuteScalarAsync();

        Assert.False(await WorkerOf(site).LookAfterAsync(CancellationToken.None));

        Assert.InRange(PulseOf(site).SinceLast, TimeSpan.FromHours(30), TimeSpan.FromHours(31));
    }

    /// <summary>A site whose database nobody looks after but the test.</summary>
    private static async Task<SiteHost> StartAsync()
    {
        var site = new SiteHost();
        site.WithServices(services =>
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(UpkeepWorker)));
            services.AddSingleton<UpkeepWorker>();
        });
        await site.GetAsync("/");
        return site;
    }

    private static UpkeepWorker WorkerOf(SiteHost site) => site.Services.GetRequiredService<UpkeepWorker>();

    private static UpkeepPulse PulseOf(SiteHost site) => site.Services.GetRequiredService<UpkeepPulse>();
}
