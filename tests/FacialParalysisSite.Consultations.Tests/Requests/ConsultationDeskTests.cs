using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Tests.Forms;
using FacialParalysisSite.Consultations.Tests.Metering;
using FacialParalysisSite.Consultations.Tests.Sealing;
using FacialParalysisSite.Consultations.Tests.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace FacialParalysisSite.Consultations.Tests.Requests;

public sealed class ConsultationDeskTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly FakeTime _time = new();
    private readonly PayloadSeal _seal = TestSeal.With(new EphemeralDataProtectionProvider());

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Accept_ARequestWithEmail_StoresItWithBothMailsOwed()
    {
        var accepted = await Accept(Guid.NewGuid(), form => form.Email = "a@example.org");

        Assert.Equal([(accepted!.Code, false)], Stored());
        Assert.Equal([MailKind.Request, MailKind.Receipt], Owed());
    }

    [Fact]
    public async Task Accept_ARequestWithoutEmail_OwesNoReceipt()
    {
        await Accept(Guid.NewGuid());

        Assert.Equal([MailKind.Request], Owed());
    }

    [Fact]
    public async Task Accept_TheSameTwice_IsOneRequestWithOneReference()
    {
        var submission = Guid.NewGuid();

        var first = await Accept(submission);
        var second = await Accept(submission);

        Assert.Equal(first, second);
        Assert.Single(Stored());
        Assert.Equal([MailKind.Request], Owed());
    }

    [Fact]
    public async Task Accept_TheSameManyTimesAtOnce_IsOneRequestWithOneReference()
    {
        var submission = Guid.NewGuid();

        var references = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Accept(submission))));

        Assert.NotNull(references[0]);
        Assert.Single(references.Distinct());
        Assert.Equal([MailKind.Request], Owed());
    }

    [Fact]
    public async Task Accept_ACorrectedForm_KeepsTheReferenceAndOwesASecondMail()
    {
        var submission = Guid.NewGuid();

        var first = await Accept(submission);
        var second = await Accept(submission, form => form.Phone = "(310) 555-0199");

        Assert.Equal(first, second);
        Assert.Equal([(first!.Code, true)], Stored());
        Assert.Equal([MailKind.Request, MailKind.Correction], Owed());
    }

    [Fact]
    public async Task Accept_TheSameAddressAgain_OwesAReceiptOnlyAfterADay()
    {
        await Accept(Guid.NewGuid(), form => form.Email = "a@example.org");
        await Accept(Guid.NewGuid(), form => form.Email = "A@Example.org");
        Assert.Single(Owed(), kind => kind == MailKind.Receipt);

        _time.Advance(TimeSpan.FromHours(24));
        await Accept(Guid.NewGuid(), form => form.Email = "a@example.org");
        Assert.Equal(2, Owed().Count(kind => kind == MailKind.Receipt));
    }

    [Fact]
    public async Task Accept_ALockedDatabase_IsUnavailableAndWorksAgainAfterwards()
    {
        await using (var other = new SqliteConnection($"Data Source={_database.File}"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN EXCLUSIVE";
            await hold.ExecuteNonQueryAsync();

            Assert.Null(await Accept(Guid.NewGuid()));
            hold.CommandText = "ROLLBACK";
            await hold.ExecuteNonQueryAsync();
        }

        Assert.NotNull(await Accept(Guid.NewGuid()));
        Assert.Single(Stored());
    }

    private async Task<Reference?> Accept(Guid submission, Action<ConsultationForm>? change = null)
    {
        var desk = new ConsultationDesk(_database, _seal, new OutboxSignal(), TestMeter.Create(), _time, NullLogger<ConsultationDesk>.Instance);
        var request = ConsultationRequest.From(TestForm.With(change ?? (_ => { })));
        return (await desk.AcceptAsync(submission, request, isSuspected: false, CancellationToken.None)).Reference;
    }

    private List<(string Reference, bool IsCorrected)> Stored()
    {
        using var database = _database.CreateDbContext();
        return database.Requests.AsNoTracking().AsEnumerable().Select(row => (row.Reference, row.CorrectedAt is not null)).ToList();
    }

    private List<MailKind> Owed()
    {
        using var database = _database.CreateDbContext();
        return database.Outbox.AsNoTracking().AsEnumerable().OrderBy(row => row.CreatedAt).ThenBy(row => row.Kind).Select(row => row.Kind).ToList();
    }
}
