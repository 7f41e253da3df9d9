using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Tests.Storage;

namespace FacialParalysisSite.Consultations.Tests.Alerting;

public sealed class AlertMemoryTests : IDisposable
{
    private static readonly StoredAlert Told = new() { Kind = AlertKind.LateMail, Channel = "chat", BeganAt = DateTimeOffset.UnixEpoch, ToldAt = DateTimeOffset.UnixEpoch };
    private static readonly StoredAlert New = new() { Kind = AlertKind.Database, Channel = "chat", BeganAt = DateTimeOffset.UnixEpoch, ToldAt = DateTimeOffset.UnixEpoch };

    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Save_BeforeWhatAnEarlierRunToldCouldBeRead_TakesNothingAway()
    {
        await using (var database = _database.CreateDbContext())
        {
            database.Alerts.Add(Told);
            await database.SaveChangesAsync();
        }

        var memory = new AlertMemory(_database);
        memory.Note(New);
        await memory.SaveAsync(CancellationToken.None);
        await memory.LoadAsync(["chat"], CancellationToken.None);
        await memory.SaveAsync(CancellationToken.None);

        Assert.True(memory.IsTold(AlertKind.LateMail));
        using var after = _database.CreateDbContext();
        Assert.Equal(2, after.Alerts.Count());
    }
}
