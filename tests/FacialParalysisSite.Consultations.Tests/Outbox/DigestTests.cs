using System.Text;
using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Mail;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Outbox;

/// <summary>More requests than go to the clinic in mails of their own.</summary>
public sealed class DigestTests
{
    private const int Singles = DigestPolicy.UsualMailsAnHour;

    /// <summary>Mail servers take 10 MB or more.</summary>
    private const int MostBytes = 8_000_000;

    private static readonly MailOutcome Failed = new(MailResult.Failed, "421");
    private static readonly MailOutcome Refused = new(MailResult.Refused, "554");

    [Fact]
    public async Task Deliver_AFlood_SendsTheFirstSinglyAndEveryFurtherOneInADigest()
    {
        using var bed = new OutboxTestBed();
        var references = await AcceptAsync(bed, Singles + 30, form => form.Message = "mine");

        Assert.Equal(Singles, await bed.DeliverAllAsync());
        bed.Time.Advance(DigestPolicy.GatheringTime);
        Assert.Equal(1, await bed.DeliverAllAsync());

        var digest = bed.Sender.Mails.Last();
        Assert.Equal("30 consultation requests in one mail", digest.Subject);
        Assert.All(references.Skip(Singles), reference => Assert.Equal(2, Count(digest.Text, reference.Code)));
        Assert.All(references.Skip(Singles), reference => Assert.Equal(2, Count(digest.Html!, reference.Code)));
        Assert.Equal(30, Count(digest.Text, "mine"));
        Assert.Null(digest.ReplyTo);
        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task Deliver_AFloodForAnHour_FillsNoMailbox()
    {
        using var bed = new OutboxTestBed();
        for (var minute = 0; minute < 75; minute++)
        {
            await AcceptAsync(bed, minute < 60 ? 5 : 0);
            await bed.DeliverAllAsync();
            bed.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var mails = bed.Messages().GroupBy(message => message.MailId).Select(mail => mail.First().SentAt!.Value).ToList();
        Assert.All(mails, hour => Assert.InRange(mails.Count(sent => sent >= hour && sent < hour + TimeSpan.FromHours(1)), 1, Singles + 7));
        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
        Assert.All(bed.Messages(), message => Assert.True(message.SentAt - message.CreatedAt <= DigestPolicy.GatheringTime + TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Deliver_TenThousandRequestsAnHour_FillsNoMailboxAndLosesNone()
    {
        const int InTenMinutes = 10_000 / 6;
        using var bed = new OutboxTestBed();
        await AcceptAsync(bed, Singles);
        await bed.DeliverAllAsync();
        for (var times = 0; times < 2; times++)
        {
            await StoreAsync(bed, InTenMinutes);
            Assert.Equal(0, await bed.DeliverAllAsync());
            bed.Time.Advance(DigestPolicy.GatheringTime);
            Assert.InRange(await bed.DeliverAllAsync(), 1, DigestPolicy.MostDigests);
        }

        AssertAllAreSentAndFit(bed);
    }

    [Fact]
    public async Task Deliver_MoreThanFitsInAFewDigests_SendsTheRestInTheNextTenMinutes()
    {
        using var bed = new OutboxTestBed();
        await AcceptAsync(bed, Singles);
        await bed.DeliverAllAsync();
        await AcceptAsync(bed, 1, form => form.Message = new string('x', 2000));
        await StoreAsync(bed, 4 * DigestPolicy.MostLetters / 2000);

        bed.Time.Advance(DigestPolicy.GatheringTime);
        Assert.Equal(DigestPolicy.MostDigests, await bed.DeliverAllAsync());
        Assert.Equal(0, await bed.DeliverAllAsync());

        bed.Time.Advance(DigestPolicy.GatheringTime);
        Assert.InRange(await bed.DeliverAllAsync(), 1, DigestPolicy.MostDigests);
        AssertAllAreSentAndFit(bed);
    }

    [Fact]
    public async Task Deliver_AnHourAfterAFlood_SendsSinglyAgain()
    {
        using var bed = new OutboxTestBed();
        await AcceptAsync(bed, Singles + 5);
        await bed.DeliverAllAsync();
        bed.Time.Advance(DigestPolicy.GatheringTime);
        await bed.DeliverAllAsync();

        bed.Time.Advance(TimeSpan.FromHours(1));
        var reference = await bed.AcceptAsync();

        Assert.Equal(1, await bed.DeliverAllAsync());
        Assert.Equal($"Consultation request {reference}", bed.Sender.Mails.Last().Subject);
    }

    [Fact]
    public async Task Deliver_AFloodOfPrograms_NeitherHidesNorDelaysAPerson()
    {
        using var bed = new OutboxTestBed();
        await AcceptAsync(bed, 100, isSuspected: true);
        var honest = await bed.AcceptAsync();

        await bed.DeliverAllAsync();
        Assert.Contains(bed.Sender.Mails, mail => mail.Subject == $"Consultation request {honest}");
        Assert.InRange(bed.Sender.Mails.Count, 2, 8);

        bed.Time.Advance(DigestPolicy.GatheringTime);
        await bed.DeliverAllAsync();
        Assert.Equal("95 consultation requests that may be spam in one mail", bed.Sender.Mails.Last().Subject);
        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task Deliver_ADigestThatFails_IsTheSameMailAtEachTryAlsoAfterARestart()
    {
        using var bed = await FloodedAsync(() => Failed);
        await bed.DeliverAllAsync();
        var first = bed.Sender.Mails.Last();

        // What comes meanwhile is no part of it.
        await AcceptAsync(bed, 3);
        await bed.RestartAsync();
        bed.Time.Advance(TimeSpan.FromMinutes(2));
        await bed.DeliverAllAsync();
        var again = bed.Sender.Mails.Where(mail => mail.MessageId == first.MessageId).ToList();

        Assert.Equal(2, again.Count);
        Assert.Equal((first.Subject, first.Text, first.Html), (again[1].Subject, again[1].Text, again[1].Html));
        Assert.All(bed.Messages().Where(message => $"{message.MailId:N}@clinic.example" == first.MessageId), message => Assert.Equal((OutboxState.Pending, 2), (message.State, message.Attempts)));
    }

    [Fact]
    public async Task Claim_ADigestAtWhichTheProgramDies_IsTheSameDigestAfterwards()
    {
        using var bed = await FloodedAsync();
        var before = (await bed.Queue.ClaimAsync(CancellationToken.None))!;
        Assert.True(before.IsDigest);

        await bed.RestartAsync();
        var after = (await bed.Queue.ClaimAsync(CancellationToken.None))!;

        Assert.Equal(before.Message.MailId, after.Message.MailId);
        Assert.Equal(before.Parts.Select(part => part.Message.Id), after.Parts.Select(part => part.Message.Id));

        // The one that died comes back late: the newer lease decides.
        await bed.Queue.MarkAbandonedAsync(before);
        await bed.Queue.MarkSentAsync(after);
        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task Deliver_AMailThatWasTriedAlone_StaysAlone()
    {
        using var bed = new OutboxTestBed(() => Failed);
        var first = await bed.AcceptAsync();
        await bed.DeliverAllAsync();
        bed.Sender.Answer = _ => Task.FromResult(MailOutcome.Sent);
        await AcceptAsync(bed, Singles + 10);
        bed.Time.Advance(DigestPolicy.GatheringTime);

        await bed.DeliverAllAsync();

        var mails = bed.Sender.Mails.Where(mail => mail.Subject == $"Consultation request {first}").ToList();
        Assert.Equal(2, mails.Count);
        Assert.Single(mails.Select(mail => mail.MessageId).Distinct());
    }

    [Fact]
    public async Task Deliver_ADigestWithARequestThatCannotBeRead_SendsTheOthers()
    {
        using var bed = await FloodedAsync();
        var broken = bed.Messages().First(message => message.State == OutboxState.Pending).Id;
        await using (var database = await bed.Databases.CreateDbContextAsync())
        {
            (await database.Outbox.FindAsync(broken))!.Payload = "no longer JSON";
            await database.SaveChangesAsync();
        }

        await bed.DeliverAllAsync();

        Assert.Equal("29 consultation requests in one mail", bed.Sender.Mails.Last().Subject);
        Assert.Equal([broken], bed.Messages().Where(message => message.State != OutboxState.Sent).Select(message => message.Id));
    }

    [Fact]
    public async Task Separate_ADigestThatCannotBeWritten_SendsEachRequestAlone()
    {
        using var bed = await FloodedAsync();
        await bed.Queue.SeparateAsync((await bed.Queue.ClaimAsync(CancellationToken.None))!);

        Assert.Equal(30, await bed.DeliverAllAsync());

        Assert.Equal(Singles + 30, bed.Sender.Mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.All(bed.Messages(), message => Assert.Equal((OutboxState.Sent, message.Id), (message.State, message.MailId)));
    }

    [Fact]
    public async Task Deliver_ADigestOfWhichOneRequestWasPurged_SendsTheOthersAndThatNever()
    {
        using var bed = new OutboxTestBed();
        await AcceptAsync(bed, Singles);
        await bed.DeliverAllAsync();
        var references = await AcceptAsync(bed, 10, form => form.Message = "mine");
        Assert.Equal(PurgeResult.Purged, await bed.Purge.PurgeAsync(references[0], evenUndelivered: true));
        bed.Time.Advance(DigestPolicy.GatheringTime);
        bed.Sender.Answer = _ => Task.FromResult(Failed);
        await bed.DeliverAllAsync();
        Assert.Equal("9 consultation requests in one mail", bed.Sender.Mails.Last().Subject);

        Assert.Equal(PurgeResult.Purged, await bed.Purge.PurgeAsync(references[1], evenUndelivered: true));
        bed.Sender.Answer = _ => Task.FromResult(MailOutcome.Sent);
        bed.Time.Advance(TimeSpan.FromMinutes(2));
        await bed.DeliverAllAsync();

        Assert.Equal("8 consultation requests in one mail", bed.Sender.Mails.Last().Subject);
        Assert.DoesNotContain(references[1].Code, bed.Sender.Mails.Last().Text, StringComparison.Ordinal);
        Assert.Equal(8, Count(bed.Sender.Mails.Last().Text, "mine"));
        Assert.Equal(2, bed.Messages().Count(message => message.State == OutboxState.Withdrawn));
        Assert.Equal(Singles + 8, bed.Messages().Count(message => message.State == OutboxState.Sent));
    }

    [Theory]
    [InlineData(MailResult.Refused, "554")]
    [InlineData(MailResult.Failed, "451")]
    public async Task Deliver_ADigestThatIsTurnedDownForOneRequest_BringsTheClinicAllOthers(MailResult result, string code)
    {
        using var bed = await FloodedAsync();
        var poison = Poison(bed, new MailOutcome(result, code));

        await LiveAsync(bed, TimeSpan.FromHours(3));

        Assert.Equal([poison], bed.Messages().Where(message => message.State != OutboxState.Sent).Select(message => message.Id));
    }

    [Theory]
    [InlineData("deadline")]
    [InlineData("no connection")]
    public async Task Deliver_ADigestOfWhichNobodyKnowsWhetherItWasTaken_StaysOneMail(string detail)
    {
        using var bed = await FloodedAsync();
        Poison(bed, new MailOutcome(MailResult.Failed, detail));

        await LiveAsync(bed, TimeSpan.FromHours(3));

        Assert.Single(bed.Messages().Where(message => message.State != OutboxState.Sent).Select(message => message.MailId).Distinct());
        Assert.Equal(30, bed.Messages().Count(message => message.State != OutboxState.Sent));
    }

    [Fact]
    public async Task Deliver_ADigestWhileTheServerRefusesEverything_MakesNoFloodOfIt()
    {
        using var bed = await FloodedAsync(() => Refused);
        bed.Time.Advance(TimeSpan.FromMinutes(1));
        await bed.DeliverAllAsync();
        for (var hour = 0; hour < 150; hour++)
        {
            bed.Time.Advance(TimeSpan.FromHours(1));
            await bed.DeliverAllAsync();
        }

        // The digest, and its halves: at the first try the server had taken mails before.
        Assert.Equal(3, bed.Sender.Mails.Skip(Singles).Select(mail => mail.MessageId).Distinct().Count());
        Assert.All(bed.Messages().Skip(Singles), message => Assert.Equal(OutboxState.Abandoned, message.State));
    }

    [Fact]
    public async Task Resend_PartsOfADigestThatWasGivenUp_BringsEachUnderAMessageIdOfItsOwn()
    {
        using var bed = new OutboxTestBed(["front@clinic.example", "desk@clinic.example"]);
        await AcceptAsync(bed, Singles);
        await bed.DeliverAllAsync();
        var references = await AcceptAsync(bed, 3);
        bed.Time.Advance(DigestPolicy.GatheringTime);
        bed.Sender.Answer = _ => Task.FromResult(new MailOutcome(MailResult.Sent, "550 for 1 of 2 recipients") { Missed = ["desk@clinic.example"] });
        while (!bed.Messages().Exists(message => message.State == OutboxState.Abandoned))
        {
            await bed.DeliverAllAsync();
            bed.Time.Advance(TimeSpan.FromHours(9));
        }

        var digest = bed.Sender.Mails.Last();
        bed.Sender.Answer = _ => Task.FromResult(MailOutcome.Sent);
        foreach (var reference in references.Take(2))
        {
            await bed.Resend.ResendAsync(reference);
            await bed.DeliverAllAsync();
        }

        var mails = bed.Sender.Mails.TakeLast(2).ToList();
        Assert.Equal(references.Take(2).Select(reference => $"Consultation request {reference}"), mails.Select(mail => mail.Subject));
        Assert.Equal(3, mails.Append(digest).Select(mail => mail.MessageId).Distinct().Count());
        Assert.All(mails, mail => Assert.Equal(2, mail.To.Count));
    }

    [Fact]
    public async Task Deliver_ADigestToOneOfTwoAddresses_IsTriedAgainForTheOtherAlone()
    {
        using var bed = new OutboxTestBed(["front@clinic.example", "desk@clinic.example"]);
        await AcceptAsync(bed, Singles + 10);
        await bed.DeliverAllAsync();
        bed.Time.Advance(DigestPolicy.GatheringTime);
        bed.Sender.Answer = _ => Task.FromResult(new MailOutcome(MailResult.Sent, "450 for 1 of 2 recipients") { Missed = ["desk@clinic.example"] });
        await bed.DeliverAllAsync();

        bed.Sender.Answer = _ => Task.FromResult(MailOutcome.Sent);
        bed.Time.Advance(TimeSpan.FromMinutes(2));
        await bed.DeliverAllAsync();

        Assert.Equal(["desk@clinic.example"], bed.Sender.Mails.Last().To);
        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task Deliver_TheLongestRequests_MakesNoMailThatServersDoNotTake()
    {
        using var bed = new OutboxTestBed();
        await AcceptAsync(bed, Singles);
        await AcceptAsync(bed, 120, form => form.Message = string.Concat(Enumerable.Repeat("&\u00e9", 1000)));
        await AcceptAsync(bed, 120, form => form.Message = string.Concat(Enumerable.Repeat("a.", 1000)));
        await AcceptAsync(bed, 120, form => form.Message = string.Concat(Enumerable.Repeat("😢", 1000)));
        await AcceptAsync(bed, 300, form => form.Message = "a" + new string('\n', 1997) + "z");
        for (var times = 0; times < 3; times++)
        {
            await bed.DeliverAllAsync();
            bed.Time.Advance(DigestPolicy.GatheringTime);
        }

        AssertAllAreSentAndFit(bed);
    }

    [Fact]
    public async Task Deliver_ADigestThroughARealServer_MarksEachRequestSentOnlyOnceItIsTaken()
    {
        using var bed = await FloodedAsync();
        await using (var dropping = new SmtpPeer((".", new Step.Drop())))
        {
            bed.Sender.Answer = stop => SmtpSender.Create(SmtpTry.Settings(dropping.Port)).SendAsync(bed.Sender.Mails.Last(), stop);
            await bed.DeliverAllAsync();
            Assert.Single(dropping.Mails);
            Assert.Equal(30, bed.Messages().Count(message => message.State == OutboxState.Pending));
        }

        await using var healed = new SmtpPeer();
        bed.Sender.Answer = stop => SmtpSender.Create(SmtpTry.Settings(healed.Port)).SendAsync(bed.Sender.Mails.Last(), stop);
        bed.Time.Advance(TimeSpan.FromMinutes(2));
        await bed.DeliverAllAsync();

        Assert.Contains("Subject: 30 consultation requests in one mail", Assert.Single(healed.Mails), StringComparison.Ordinal);
        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task Deliver_WhatWasGatheredBeforeTheClockWasSetBack_DoesNotWaitForIt()
    {
        using var bed = new OutboxTestBed();
        await AcceptAsync(bed, Singles + 10);
        await bed.DeliverAllAsync();

        bed.Time.Jump(TimeSpan.FromDays(-366));
        await bed.DeliverAllAsync();

        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    /// <summary>An outbox after the single mails of the hour, with thirty requests that have gathered.</summary>
    private static async Task<OutboxTestBed> FloodedAsync(Func<MailOutcome>? then = null)
    {
        var bed = new OutboxTestBed();
        await AcceptAsync(bed, Singles);
        await bed.DeliverAllAsync();
        bed.Time.Advance(TimeSpan.FromMinutes(1));
        await AcceptAsync(bed, 30);
        bed.Time.Advance(DigestPolicy.GatheringTime);
        bed.Sender.Answer = then is null ? null : _ => Task.FromResult(then());
        return bed;
    }

    /// <summary>Stores many requests at once, each with the words of the longest one there is.</summary>
    private static async Task StoreAsync(OutboxTestBed bed, int count)
    {
        await using var database = await bed.Databases.CreateDbContextAsync();
        var pattern = await database.Outbox.AsNoTracking().OrderByDescending(message => message.Payload.Length).FirstAsync();
        var now = bed.Time.GetUtcNow();
        foreach (var id in Enumerable.Range(0, count).Select(_ => Guid.NewGuid()))
        {
            database.Requests.Add(new StoredRequest { Id = id, Reference = Reference.New().Code, ReceivedAt = now, Payload = pattern.Payload, IsSuspected = false });
            database.Outbox.Add(new OutboxMessage { Id = Guid.NewGuid(), RequestId = id, Kind = MailKind.Request, CreatedAt = now, NextAttemptAt = now, Payload = pattern.Payload });
        }

        await database.SaveChangesAsync();
    }

    /// <summary>Lets the server answer otherwise as long as one request of the digest, and nothing else, is in a mail.</summary>
    /// <returns>That request's message.</returns>
    private static Guid Poison(OutboxTestBed bed, MailOutcome answer)
    {
        var poison = bed.Messages().First(message => message.State == OutboxState.Pending).Id;
        bed.Change(database =>
        {
            var message = database.Outbox.Single(row => row.Id == poison);
            message.Payload = message.Payload.Replace("\"Message\":null", "\"Message\":\"poison\"", StringComparison.Ordinal);
        });
        bed.Sender.Answer = _ => Task.FromResult(bed.Sender.Mails.Last().Text.Contains("poison", StringComparison.Ordinal) ? answer : MailOutcome.Sent);
        return poison;
    }

    /// <summary>Lets time pass, in which a person asks now and then.</summary>
    private static async Task LiveAsync(OutboxTestBed bed, TimeSpan time)
    {
        for (var minute = 0; minute < time.TotalMinutes; minute++)
        {
            if (minute % 5 == 1)
            {
                await bed.AcceptAsync();
            }

            await bed.DeliverAllAsync();
            bed.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await bed.DeliverAllAsync();
        bed.Time.Advance(DigestPolicy.GatheringTime);
        await bed.DeliverAllAsync();
    }

    private static async Task<List<Reference>> AcceptAsync(
        OutboxTestBed bed, int count, Action<ConsultationForm>? change = null, bool isSuspected = false)
    {
        var references = new List<Reference>();
        for (var request = 0; request < count; request++)
        {
            references.Add(await bed.AcceptAsync(change, isSuspected: isSuspected));
        }

        return references;
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    private static int SizeOf(OutgoingMail mail) => (Encoding.UTF8.GetByteCount(mail.Text) + Encoding.UTF8.GetByteCount(mail.Html!)) * 4 / 3;

    private static void AssertAllAreSentAndFit(OutboxTestBed bed)
    {
        Assert.All(bed.Messages(), message => Assert.Equal(OutboxState.Sent, message.State));
        Assert.All(bed.Sender.Mails, mail => Assert.InRange(SizeOf(mail), 0, MostBytes));
    }
}
