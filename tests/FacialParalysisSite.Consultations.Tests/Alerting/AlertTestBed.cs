using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Retention;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Consultations.Tests.Outbox;
using FacialParalysisSite.Consultations.Tests.Storage;

namespace FacialParalysisSite.Consultations.Tests.Alerting;

/// <summary>Everything from the mails owed to what somebody is told, around a real database.</summary>
internal sealed class AlertTestBed : IDisposable
{
    public AlertTestBed(params Func<MailOutcome>[] answers)
    {
        Outbox = new OutboxTestBed(answers);
        Databases = new BreakableDatabases(Outbox.Databases);
        Remembered = new BreakableDatabases(Outbox.Databases);
        Refusals = new Refusals(Time);
        Harms = new Harms(Time, HarmLog);
        Pulse = new OutboxPulse(Time);
        Upkeep = new UpkeepPulse(Time);
        Room = new StorageRoom(Databases, Outbox.DatabaseFile, new RoomLimits(FreeBytes: 0, DatabaseBytes: 1024 * RoomLimits.Megabyte));
        Channels = [Chat, Mail];
        Desk = CreateDesk();
    }

    public OutboxTestBed Outbox { get; }

    public BreakableDatabases Databases { get; }

    /// <summary>The database as what was told is read from it and written to it.</summary>
    public BreakableDatabases Remembered { get; }

    /// <summary>Whether there is room for more requests; seen after a restart.</summary>
    public StorageRoom Room { get; set; }

    public FakeTime Time => Outbox.Time;

    public OutboxPulse Pulse { get; }

    public UpkeepPulse Upkeep { get; }

    public Refusals Refusals { get; }

    public Harms Harms { get; }

    public KeptLog<Harms> HarmLog { get; } = new();

    public RecordingChannel Chat { get; } = new("chat");

    public RecordingChannel Mail { get; } = new("mail");

    /// <summary>The ways to tell somebody; seen after a restart.</summary>
    public IAlertChannel[] Channels { get; set; }

    public KeptLog<AlertDesk> Log { get; } = new();

    public KeptLog<AlertWatch> WatchLog { get; } = new();

    public AlertDesk Desk { get; private set; }

    /// <summary>Ends the program and starts it again.</summary>
    public void Restart() => Desk = CreateDesk();

    /// <summary>Lets the site live for a while: it tries its mails and looks for what is wrong, twice a minute or as often as is said.</summary>
    public async Task LiveAsync(TimeSpan time, bool isSending = true, bool isWiping = true, TimeSpan? every = null)
    {
        var step = every ?? AlertDesk.LookEvery;
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Time.Advance(step);
            if (isSending)
            {
                await Outbox.DeliverAllAsync();
                Pulse.Beat();
            }

            if (isWiping)
            {
                Upkeep.Beat();
            }

            await Desk.LookAsync(CancellationToken.None);
        }
    }

    public void Dispose() => Outbox.Dispose();

    private AlertDesk CreateDesk()
    {
        var settings = new AlertSettings(TimeSpan.FromMinutes(AlertSettings.UsualLateMinutes), TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));
        var text = new AlertText(settings);
        var watch = new AlertWatch(Databases, new OutboxBacklog(Databases, Time), new LateMails(Databases, Time), Outbox.Unopened, Pulse, Upkeep, Room, Refusals, Harms, text, settings, Time, WatchLog);
        return new AlertDesk(watch, new AlertMemory(Remembered), text, Channels, Outbox.Meter, Time, Log);
    }
}
