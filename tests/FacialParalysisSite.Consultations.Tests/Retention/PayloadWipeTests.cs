using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Retention;

public sealed partial class PayloadWipeTests
{
    private const int Steps = 600;

    private readonly Random _random = new(3);
    private readonly List<(Guid Id, List<string> Texts)> _live = [];
    private readonly List<string> _wiped = [];
    private int _texts;

    /// <summary>
    /// Requests of many lengths, corrected, sent and wiped in turn, so that pages are split, joined and laid out anew:
    /// SQLite's <c>secure_delete</c> alone leaves pieces of some of them behind.
    /// </summary>
    [Fact]
    public async Task Wipe_AmongManyRequestsThatComeAndGo_LeavesNothingInAnyFile()
    {
        using var file = new TestDatabase();
        await using (var database = file.CreateDbContext())
        {
            for (var step = 0; step < Steps; step += 50)
            {
                await using var transaction = await database.Database.BeginTransactionAsync();
                for (var inner = 0; inner < 50; inner++)
                {
                    await StepAsync(database);
                }

                await database.SaveChangesAsync();
                await transaction.CommitAsync();
                database.ChangeTracker.Clear();
            }

            Assert.True(SqliteStorage.Erase(database));
        }

        var bytes = await File.ReadAllBytesAsync(file.File);
        var found = Planted().Matches(Encoding.Latin1.GetString(bytes)).Select(match => match.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.True(_wiped.Count > 50);
        Assert.Empty(found.Intersect(_wiped, StringComparer.Ordinal));
        Assert.True(found.IsSupersetOf(_live.SelectMany(request => request.Texts)));
        Assert.Equal([], PlantedText.FilesWith(Path.GetDirectoryName(file.File)!, "PLANT").Except(["site.db"]));
    }

    private async Task StepAsync(SiteDatabase database)
    {
        var chance = _random.NextDouble();
        if (chance < 0.5 || _live.Count == 0)
        {
            await AddAsync(database);
            return;
        }

        var index = _random.Next(_live.Count);
        var (id, texts) = _live[index];
        if (chance < 0.65)
        {
            var payload = Payload(out var text);
            texts.Add(text);
            await database.Requests.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(request => request.Payload, payload));
            database.Outbox.Add(Mail(id, payload));
            await database.SaveChangesAsync();
        }
        else if (chance < 0.8)
        {
            var recipients = new string('x', _random.Next(200));
            await database.Outbox.Where(row => row.RequestId == id)
                .ExecuteUpdateAsync(row => row.SetProperty(mail => mail.State, OutboxState.Sent).SetProperty(mail => mail.DeliveredTo, recipients));
        }
        else
        {
            _live.RemoveAt(index);
            _wiped.AddRange(texts);
            await PayloadWipe.WipeAsync(database, [id], DateTimeOffset.UnixEpoch);
        }
    }

    private async Task AddAsync(SiteDatabase database)
    {
        var id = NewId();
        var payload = Payload(out var text);
        _live.Add((id, [text]));
        database.Requests.Add(new StoredRequest { Id = id, Reference = id.ToString("N")[..12], ReceivedAt = DateTimeOffset.UnixEpoch, Payload = payload, IsSuspected = false });
        database.Outbox.Add(Mail(id, payload));
        await database.SaveChangesAsync();
    }

    private OutboxMessage Mail(Guid request, string payload) => new()
    {
        Id = NewId(),
        RequestId = request,
        Kind = MailKind.Request,
        CreatedAt = DateTimeOffset.UnixEpoch,
        Payload = payload,
        NextAttemptAt = DateTimeOffset.UnixEpoch,
    };

    private string Payload(out string text)
    {
        text = (++_texts).ToString("000000", CultureInfo.InvariantCulture);
        return string.Concat(Enumerable.Repeat($"PLANT{text} ", new[] { 1, 3, 20, 100, 400, 1500 }[_random.Next(6)]));
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    [GeneratedRegex("PLANT(?<text>[0-9]{6})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Planted();
}
