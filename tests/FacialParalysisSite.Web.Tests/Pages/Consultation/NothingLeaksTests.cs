using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using FacialParalysisSite.Consultations.Tests.Storage;
using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FacialParalysisSite.Web.Tests.Pages.Consultation;

/// <summary>What patients type stands in the database and in the clinic's mail, and nowhere else.</summary>
public sealed class NothingLeaksTests
{
    /// <summary>Days. Written mails have the machine's time, which is as many or fewer before the clock of these tests.</summary>
    private const int LongKept = 1500;

    private const string Planted = "Zq7Nowhere";

    private static readonly (string Field, string Value)[] Typed =
    [
        ("name", Planted + "Name"), ("email", Planted + "mail@example.org"), ("phone", "555 7767 2683"), ("language", Planted + "Language"),
        ("message", Planted + "Message"), ("agreed", "yes"),
    ];

    [Fact]
    public async Task Send_WhateverBecomesOfIt_LeavesNothingTypedInLogsMetersTracesAddressesSubjectsOrOtherFiles()
    {
        var start = DateTime.UtcNow;
        var (measured, traced) = (new StringBuilder(), new StringBuilder());
        using var meters = Listen(measured);
        using var traces = Trace(traced);
        using var site = new SiteHost().WithMailFolder().With("Limits:Requests", "3");
        using var visitor = new Visitor(site);
        var answers = new List<Answer> { await visitor.OpenAsync() };

        answers.Add(await visitor.SendAsync([.. Typed, ("phone", Planted), ("whom", Planted)]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answers[^1].Status);
        answers.Add(await visitor.SendFormAsync(Visitor.FieldsOf(visitor.Shown.Page).With(Typed).With(("__RequestVerificationToken", Planted))));
        Assert.Equal(HttpStatusCode.BadRequest, answers[^1].Status);
        answers.Add(await visitor.SendAsync([.. Typed, ("whom", "self"), ("website", Planted)]));
        Assert.Equal(HttpStatusCode.SeeOther, answers[^1].Status);
        answers.Add(await visitor.SendAsync([.. Typed, ("phone", "555 7767 2684"), ("whom", "self")]));
        Assert.Equal(HttpStatusCode.SeeOther, answers[^1].Status);
        answers.Add(await visitor.OpenAsync($"/consultation/received?reference={Planted}"));
        answers.Add(await visitor.OpenAsync($"/consultation?name={Planted}"));
        await site.Mail.WaitForAsync(3);
        using (Hold(site))
        {
            await visitor.OpenAsync();
            answers.Add(await visitor.SendAsync(Typed));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answers[^1].Status);
        }

        await visitor.OpenAsync();
        answers.Add(await visitor.SendAsync(Typed));
        Assert.Equal(HttpStatusCode.SeeOther, answers[^1].Status);
        await visitor.OpenAsync();
        answers.Add(await visitor.SendAsync(Typed));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].Status);

        Assert.DoesNotContain(Planted, site.Log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("7767", site.Log.Text, StringComparison.Ordinal);
        Assert.Contains("consultation.requests", TextOf(measured), StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, TextOf(measured), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Microsoft.AspNetCore.Hosting.HttpRequestIn", TextOf(traced), StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, TextOf(traced), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("555 7767", TextOf(traced), StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.DoesNotContain(Planted, string.Join('\n', answer.Headers.Values), StringComparison.OrdinalIgnoreCase));
        Assert.All(site.Mail.Mails, mail => Assert.DoesNotContain(Planted, mail.Subject, StringComparison.OrdinalIgnoreCase));
        Assert.All(site.Mail.Mails.Where(mail => mail.IsReceipt), mail => Assert.DoesNotContain(Planted, mail.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([], FilesWith(site.Data).Where(file => !file.StartsWith("site.db", StringComparison.Ordinal) && !file.EndsWith(".eml", StringComparison.Ordinal)));
        Assert.Equal([], FilesWith(Path.GetTempPath(), below: false).Where(file => File.GetLastWriteTimeUtc(Path.Combine(Path.GetTempPath(), file)) >= start));
    }

    [Fact]
    public async Task Keep_WhatTheClinicHasGot_LeavesNothingTypedInAnyFileAfterItsDate()
    {
        using var site = new SiteHost().WithMailFolder().With("Alert:Heartbeat", "false").With("Data:KeepDeliveredDays", $"{LongKept}");
        using var visitor = new Visitor(site);
        await visitor.OpenAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync([.. Typed, ("whom", "self")])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync([.. Typed, ("whom", "child"), ("message", Planted + "Corrected")])).Status);
        await site.Mail.WaitForAsync(3);
        var worker = site.Services.GetServices<IHostedService>().OfType<UpkeepWorker>().Single();
        await Eventually.HoldsAsync(() => site.Log.Text.Split(" was sent at try ").Length == 4, "all mails are sent");
        Assert.NotEmpty(PlantedText.FilesWith(site.Data, Planted));

        site.Clock.Pass(TimeSpan.FromDays(LongKept));
        await Eventually.HoldsAsync(() => worker.LookAfterAsync(CancellationToken.None), "everything is wiped");

        Assert.Equal([], PlantedText.FilesWith(site.Data, Planted));
        Assert.Equal([], PlantedText.FilesWith(site.Data, "7767"));
        Assert.Empty(site.Mail.Mails);
        Assert.Contains($"What was written in 1 requests was wiped, {LongKept} days after the clinic got it", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_WhatTheClinicHasGotAfterTheClockWasSetOn_LosesNothing()
    {
        using var site = new SiteHost().WithMailFolder().With("Data:KeepDeliveredDays", $"{LongKept}");
        using var visitor = new Visitor(site);
        await visitor.AskForConsultationAsync();
        await site.Mail.WaitForAsync(1);
        var worker = site.Services.GetServices<IHostedService>().OfType<UpkeepWorker>().Single();

        site.Clock.Now += TimeSpan.FromDays(LongKept + 1);
        Assert.True(await worker.LookAfterAsync(CancellationToken.None));

        Assert.NotEmpty(site.Mail.Mails);
        Assert.DoesNotContain("What was written in ", site.Log.Text, StringComparison.Ordinal);
        await site.Log.LineWithAsync("WARN The clock was set on by 1501.0 days");
    }

    private static IEnumerable<string> FilesWith(string folder, bool below = true) =>
        Directory.EnumerateFiles(folder, "*", below ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Where(file => Read(file).Contains(Planted, StringComparison.OrdinalIgnoreCase))
            .Select(file => Path.GetFileName(file));

    private static string Read(string file)
    {
        try
        {
            // Pipes have no length, and reading them would never end.
            if (new FileInfo(file).Length is 0 or > 10_000_000)
            {
                return "";
            }

            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A file of another program that is gone or closed to us.
            return "";
        }
    }

    private static SqliteConnection Hold(SiteHost site)
    {
        var other = new SqliteConnection($"Data Source={Path.Combine(site.Data, "site.db")};Pooling=False");
        other.Open();
        using var hold = other.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        hold.ExecuteNonQuery();
        return other;
    }

    /// <summary>Notes everything that any meter of the process measures.</summary>
    private static MeterListener Listen(StringBuilder measured)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();
        return listener;

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (measured)
            {
                measured.Append(instrument.Name);
                foreach (var (name, value) in tags)
                {
                    measured.Append(' ').Append(name).Append('=').Append(value);
                }

                measured.AppendLine();
            }
        }
    }

    /// <summary>Notes every step that any part of the process tells whoever traces it, with all that is said of it.</summary>
    private static ActivityListener Trace(StringBuilder traced)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;

        void Note(Activity step)
        {
            var told = step.TagObjects.Concat(step.Events.SelectMany(one => one.Tags.Prepend(new(one.Name, null)))).Concat(step.Links.SelectMany(link => link.Tags ?? []))
                .Concat(step.Baggage.Select(item => new KeyValuePair<string, object?>(item.Key, item.Value)));
            lock (traced)
            {
                traced.Append(step.Source.Name).Append(' ').Append(step.OperationName).Append(' ').Append(step.DisplayName).Append(' ').Append(step.StatusDescription)
                    .Append(' ').Append(step.TraceStateString).Append(' ').AppendJoin(' ', told.Select(tag => $"{tag.Key}={tag.Value}")).AppendLine();
            }
        }
    }

    private static string TextOf(StringBuilder noted)
    {
        lock (noted)
        {
            return noted.ToString();
        }
    }
}
