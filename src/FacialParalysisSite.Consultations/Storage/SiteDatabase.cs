using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Heartbeats;
using FacialParalysisSite.Consultations.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>The tables of <c>data/site.db</c>.</summary>
/// <param name="options">Where it is.</param>
/// <param name="turns">Shared by all who write to the same file.</param>
/// <param name="hold">The files that it must be; null where nobody has looked at them yet.</param>
internal sealed class SiteDatabase(DbContextOptions<SiteDatabase> options, WriteTurns turns, DatabaseHold? hold = null) : DbContext(options)
{
    /// <summary>The files that it must be.</summary>
    public DatabaseHold? Hold => hold;

    public DbSet<StoredRequest> Requests => Set<StoredRequest>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<WriteTrial> WriteTrials => Set<WriteTrial>();

    public DbSet<StoredAlert> Alerts => Set<StoredAlert>();

    public DbSet<StoredHeartbeat> Heartbeats => Set<StoredHeartbeat>();

    /// <summary>Begins a transaction that nobody else writes in, from its first read on.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer, or another program writes to it.</exception>
    /// <exception cref="IOException">Others write, and take too long; or somebody has taken away files of the database.</exception>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken = default)
    {
        var turn = await turns.TakeAsync(cancellationToken);
        WriteTransaction? transaction = null;
        try
        {
            transaction = new WriteTransaction(await Database.BeginTransactionAsync(cancellationToken), turn, hold, (SqliteConnection)Database.GetDbConnection());

            // It may have waited for another program, and nobody who was let in before may write once the files are others.
            hold?.RequireIntact();
            return transaction;
        }
        catch
        {
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
            turn.Dispose();
            throw;
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null || !ChangeTracker.HasChanges())
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = await BeginWriteAsync(cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        if (acceptAllChangesOnSuccess)
        {
            ChangeTracker.AcceptAllChanges();
        }

        return saved;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredRequest>(request =>
        {
            request.HasKey(row => row.Id);
            request.HasIndex(row => row.Reference).IsUnique();
        });
        modelBuilder.Entity<OutboxMessage>(message =>
        {
            message.HasKey(row => row.Id);
            message.HasOne<StoredRequest>().WithMany().HasForeignKey(row => row.RequestId).OnDelete(DeleteBehavior.Restrict);
            message.Property(row => row.Kind).HasConversion<string>();
            message.Property(row => row.State).HasConversion<string>();
            message.HasIndex(row => new { row.State, row.NextAttemptAt });
            message.HasIndex(row => new { row.State, row.SentAt });
            message.HasIndex(row => row.MailId);
            message.HasIndex(row => new { row.RecipientHash, row.CreatedAt });
            message.HasIndex(row => new { row.Kind, row.CreatedAt });
        });
        modelBuilder.Entity<DataProtectionKey>(key =>
        {
            key.HasKey(row => row.Id);
            key.Property(row => row.Ring).HasConversion<string>().HasDefaultValue(KeyRing.FormTokens);
        });
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.HasKey(row => row.Id);
            entry.Property(row => row.Action).HasConversion<string>();
            entry.HasIndex(row => row.Reference);
        });
        modelBuilder.Entity<WriteTrial>(trial =>
        {
            trial.HasKey(row => row.Id);
            trial.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<StoredAlert>(alert =>
        {
            alert.HasKey(row => new { row.Kind, row.Channel });
            alert.Property(row => row.Kind).HasConversion<string>();
        });
        modelBuilder.Entity<StoredHeartbeat>(heartbeat =>
        {
            heartbeat.HasKey(row => row.Id);
            heartbeat.Property(row => row.Id).ValueGeneratedNever();
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot compare dates with offsets; as ticks of UTC they sort and compare everywhere.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }
}
