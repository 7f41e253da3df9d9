using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Commands;

public sealed class RequestsCommandTests : RequestsTests
{
    [Fact]
    public async Task Show_ARequestTypedLoosely_SaysWhatThePatientWroteAndHowFarItHasCome()
    {
        var store = Store();
        var reference = await store.AcceptAsync(form => (form.Name, form.Message) = ("Ada " + Planted, "First line\nSecond line"));

        var ended = await RunAsync("show", reference.Code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.StartsWith($"{reference}  received 2030-01-15 09:00:00 -08:00\n    mail to the clinic: waiting, not tried yet, next try", ended.Output, StringComparison.Ordinal);
        foreach (var said in new[] { "Ada " + Planted, "(310) 555-0123", "First line", "Second line" })
        {
            Assert.Contains(said, ended.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Show_WhatWouldCommandATerminal_IsHarmless()
    {
        var reference = await Store().AcceptAsync(form =>
            (form.Name, form.Email, form.Message) = ("A\u202eda", "ad\u202ea@example.org", "\u001b[2Jgone \u009b31m \u202etxet\u202c \a\b"));

        var ended = await RunAsync("show", reference.Code);

        Assert.Contains("[2Jgone 31m txet", ended.Output, StringComparison.Ordinal);
        Assert.Contains("ada@example.org", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ended.Output, letter => (char.IsControl(letter) && letter != '\n') || letter is >= '\u202a' and <= '\u202e');
    }

    [Fact]
    public async Task Show_ACorrectedRequest_HasBothWordings()
    {
        var store = Store();
        var submission = Guid.NewGuid();
        await store.AcceptAsync(form => form.Name = "First Patient", submission: submission);
        Pass(minutes: 1);
        var reference = await store.AcceptAsync(form => form.Name = "Second Patient", submission: submission);

        var ended = await RunAsync("show", reference.Code);

        Assert.Matches("(?s)First Patient.*The person has sent the form again with changes.*Second Patient", ended.Output);
    }

    [Theory]
    [InlineData("show", "FP-4KX7-9M2R")]
    [InlineData("resend", "FP-4KX7-9M2R")]
    [InlineData("export", "FP-4KX7-9M2R")]
    [InlineData("purge", "FP-4KX7-9M2R", "--yes")]
    public async Task AnyCommand_OfAnUnknownReference_SaysSo(params string[] arguments)
    {
        var withoutDatabase = await RunAsync(arguments);
        await Store().AcceptAsync();
        var withDatabase = await RunAsync(arguments);

        Assert.Equal(new Ended(1, "", "There is no request FP-4KX7-9M2R.\n"), withoutDatabase);
        Assert.Equal(new Ended(1, "", "There is no request FP-4KX7-9M2R.\n"), withDatabase);
    }

    [Fact]
    public async Task Resend_AMailThatWasGivenUp_IsDueAndIsNotSentByTheCommandItself()
    {
        var store = Store();
        var reference = await store.AcceptAsync(form => form.Name = Planted);
        await store.GiveUpAsync();

        var ended = await RunAsync("resend", reference.Code);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains($"{reference}: 1 mail to the clinic is due now, with the tries counted anew.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("otherwise it is sent when the site starts", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, ended.Output, StringComparison.Ordinal);
        var message = Assert.Single(store.Messages());
        Assert.Equal((OutboxState.Pending, 0), (message.State, message.Attempts));
    }

    [Fact]
    public async Task Resend_AMailThatIsBeingSent_IsRefused()
    {
        var store = Store();
        var reference = await store.AcceptAsync();
        await store.Queue.ClaimAsync(CancellationToken.None);

        var ended = await RunAsync("resend", reference.Code);

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith($"{reference}: 1 mail to the clinic is being sent at this moment and left alone.", ended.Error, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Sending, Assert.Single(store.Messages()).State);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show", "FP-4KX7-9M2R")]
    [InlineData("resend", "FP-4KX7-9M2R")]
    public async Task Requests_OfADamagedDatabase_SayItInASentenceAndLeaveTheFileAlone(params string[] arguments)
    {
        Directory.CreateDirectory(DataRoot);
        var file = Path.Combine(DataRoot, "site.db");
        await File.WriteAllTextAsync(file, new string('x', 10_000));

        AssertUnusable(await RunAsync(arguments));

        Assert.Equal(new string('x', 10_000), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Requests_OfALockedDatabase_SayItInASentenceWhereTheyMustWrite()
    {
        var reference = await Store().AcceptAsync();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(DataRoot, "site.db")};Pooling=False");
        await other.OpenAsync();
        await using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN EXCLUSIVE";
        await hold.ExecuteNonQueryAsync();

        AssertUnusable(await RunAsync("resend", reference.Code));
        Assert.StartsWith(reference.Code, (await RunAsync("list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--limit is \"0\", which is not a number from 1.", "list", "--limit", "0")]
    [InlineData("--limit is \"many\", which is not a number from 1.", "list", "--limit", "many")]
    [InlineData("requests list does not know \"--wating\".", "list", "--wating")]
    [InlineData("\"FP-1\" is not a reference such as FP-4KX7-9M2R.", "show", "FP-1")]
    [InlineData("requests show does not know \"FP-4KX7-9M2S\".", "show", "FP-4KX7-9M2R", "FP-4KX7-9M2S")]
    [InlineData("Required argument missing", "resend")]
    [InlineData("requests does not know \"delete\". Its commands are: list, show, resend, export, purge.", "delete", "FP-4KX7-9M2R")]
    [InlineData("requests does nothing by itself. Its commands are: list, show, resend, export, purge.")]
    public async Task Requests_TypedWrongly_AreRefused(string sentence, params string[] arguments)
    {
        var ended = await RunAsync(arguments);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(sentence, ended.Error, StringComparison.Ordinal);
    }

    private void AssertUnusable(Ended ended)
    {
        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith($"The database {DataRoot}/site.db cannot be used: ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }
}
