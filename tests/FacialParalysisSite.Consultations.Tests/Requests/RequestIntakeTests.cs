using System.Data.Common;
using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Forms;
using FacialParalysisSite.Consultations.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace FacialParalysisSite.Consultations.Tests.Requests;

public sealed class RequestIntakeTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly CountedDatabases _counted;
    private readonly RequestIntake _intake;

    public RequestIntakeTests()
    {
        _counted = new CountedDatabases(_database);
        _intake = new RequestIntake(_counted, new RequestWriter(new PayloadSeal(() => null), TimeProvider.System, NullLogger.Instance));
    }

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(20, 1)]
    [InlineData((2 * RequestIntake.LargestGroup) + 1, 3)]
    public async Task Store_ManyThatComeWhileOthersWrite_StoresThemTogether(int count, int transactions)
    {
        var stored = await WhileOthersWriteAsync(() => Enumerable.Range(0, count).Select(_ => StoreAsync(Arrived())).ToList());

        var references = await Task.WhenAll(stored);
        Assert.Equal(count, references.Select(written => written.Reference).Distinct().Count());
        Assert.Equal(count, await CountAsync());
        Assert.Equal(transactions, _counted.Opened);
    }

    [Fact]
    public async Task Store_ManyAtOnce_AnswersEachOnlyOnceOthersCanReadIt()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            var arrived = Arrived();
            var written = await StoreAsync(arrived);
            await using var database = _database.CreateDbContext();
            Assert.Equal(written.Reference.Code, (await database.Requests.SingleAsync(row => row.Id == arrived.Submission)).Reference);
        })));
    }

    [Fact]
    public async Task Store_TheSameFormSeveralTimesAtOnce_IsOneRequestWithItsCorrection()
    {
        var submission = Guid.NewGuid();
        var stored = await WhileOthersWriteAsync(() => [StoreAsync(Sent("a")), StoreAsync(Sent("a")), StoreAsync(Sent("b")), StoreAsync(Sent("b"))]);

        var written = await Task.WhenAll(stored);
        Assert.Single(written.Select(request => request.Reference).Distinct());
        Assert.Equal([RequestOutcome.Accepted, RequestOutcome.Repeated, RequestOutcome.Corrected, RequestOutcome.Repeated], written.Select(request => request.Outcome));
        await using var database = _database.CreateDbContext();
        Assert.Contains("\"b\"", (await database.Requests.SingleAsync()).Payload, StringComparison.Ordinal);
        Assert.Equal([MailKind.Correction, MailKind.Request], await database.Outbox.Select(mail => mail.Kind).OrderBy(kind => kind).ToListAsync());

        ArrivedRequest Sent(string message) => Arrived(form => form.Message = message, submission);
    }

    [Fact]
    public async Task Store_TheSameAddressSeveralTimesAtOnce_OwesOneReceipt()
    {
        await Task.WhenAll(await WhileOthersWriteAsync(() => Enumerable.Range(0, 5).Select(_ => StoreAsync(Arrived(form => form.Email = "a@example.org"))).ToList()));

        await using var database = _database.CreateDbContext();
        Assert.Equal(1, await database.Outbox.CountAsync(mail => mail.Kind == MailKind.Receipt));
        Assert.Equal(1, _counted.Opened);
    }

    [Fact]
    public async Task Store_OneThatCannotBeStored_TakesNoOtherWithIt()
    {
        Task<WrittenRequest> bad = null!;
        var good = await WhileOthersWriteAsync(() =>
        {
            var before = Enumerable.Range(0, 3).Select(_ => StoreAsync(Arrived())).ToList();
            bad = StoreAsync(new ArrivedRequest(Guid.NewGuid(), Arrived().Request, payload: null!, isSuspected: false));
            return [.. before, StoreAsync(Arrived())];
        });

        await Assert.ThrowsAsync<DbUpdateException>(() => bad);
        Assert.Equal(4, (await Task.WhenAll(good)).Select(written => written.Reference).Distinct().Count());
        Assert.Equal(4, await CountAsync());
    }

    [Fact]
    public async Task Store_WhereTheCommitFails_TellsNobodyThatItIsStored()
    {
        await using (var database = _database.CreateDbContext())
        {
            await database.Database.ExecuteSqlRawAsync("""
                CREATE TABLE parents (id INTEGER PRIMARY KEY);
                CREATE TABLE faults (id INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED);
                CREATE TRIGGER fault AFTER INSERT ON Requests BEGIN INSERT INTO faults VALUES (1); END;
                """);
        }

        var stored = await WhileOthersWriteAsync(() => Enumerable.Range(0, 5).Select(_ => StoreAsync(Arrived())).ToList());

        foreach (var failed in stored)
        {
            await Assert.ThrowsAnyAsync<DbException>(() => failed);
        }

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Store_GivenUpWhileWaiting_IsNotStoredAndHoldsUpNobody()
    {
        using var gone = new CancellationTokenSource();
        Task<WrittenRequest> stored;
        await using (var database = _database.CreateDbContext())
        await using (await database.BeginWriteAsync())
        {
            // Also the first one, which waits for the database in the place of all.
            var first = StoreAsync(Arrived(), gone.Token);
            stored = StoreAsync(Arrived());
            var givenUp = StoreAsync(Arrived(), gone.Token);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        }

        await stored;
        Assert.Equal(1, await CountAsync());
    }

    /// <summary>It would be told that it is not stored, and be stored a moment later.</summary>
    [Fact]
    public async Task Store_GivenUpWhileItIsBeingStored_IsAnsweredWithWhatBecomesOfIt()
    {
        using var gone = new CancellationTokenSource();
        using var written = new ManualResetEventSlim();
        var intake = new RequestIntake(_database, new RequestWriter(new PayloadSeal(() => null), new HeldClock(gone, written), NullLogger.Instance));
        var stored = await WhileOthersWriteAsync(() => [intake.StoreAsync(Arrived(), CancellationToken.None), intake.StoreAsync(Arrived(), gone.Token), intake.StoreAsync(Arrived(), CancellationToken.None)]);

        Assert.Equal(3, (await Task.WhenAll(stored)).Select(done => done.Reference).Distinct().Count());
        Assert.True(written.IsSet);
        Assert.Equal(3, await CountAsync());
    }

    private static ArrivedRequest Arrived(Action<ConsultationForm>? change = null, Guid? submission = null)
    {
        var request = ConsultationRequest.From(TestForm.With(change ?? (_ => { })));
        return new(submission ?? Guid.NewGuid(), request, request.ToJson(), isSuspected: false);
    }

    private Task<WrittenRequest> StoreAsync(ArrivedRequest arrived, CancellationToken cancellationToken = default) => _intake.StoreAsync(arrived, cancellationToken);

    private async Task<List<Task<WrittenRequest>>> WhileOthersWriteAsync(Func<List<Task<WrittenRequest>>> store)
    {
        await using var database = _database.CreateDbContext();
        await using var others = await database.BeginWriteAsync();
        return store();
    }

    private async Task<int> CountAsync()
    {
        await using var database = _database.CreateDbContext();
        return await database.Requests.CountAsync();
    }

    /// <summary>Is asked in the midst of writing; somebody gives up then.</summary>
    private sealed class HeldClock(CancellationTokenSource gone, ManualResetEventSlim asked) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            gone.Cancel();
            asked.Set();
            return base.GetUtcNow();
        }
    }

    /// <summary>Counts how often the database is opened.</summary>
    private sealed class CountedDatabases(IDbContextFactory<SiteDatabase> databases) : IDbContextFactory<SiteDatabase>
    {
        private int _opened;

        public int Opened => _opened;

        public SiteDatabase CreateDbContext()
        {
            Interlocked.Increment(ref _opened);
            return databases.CreateDbContext();
        }
    }
}
