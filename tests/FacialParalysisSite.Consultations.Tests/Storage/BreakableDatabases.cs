using FacialParalysisSite.Consultations.Storage;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Tests.Storage;

/// <summary>A database that can be used only while a test lets it.</summary>
internal sealed class BreakableDatabases(IDbContextFactory<SiteDatabase> databases) : IDbContextFactory<SiteDatabase>
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsBroken { get; set; }

    /// <summary>What is thrown that no disk and no database throws.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Whoever asks waits for it.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>Ends when somebody has asked.</summary>
    public Task Asked => _asked.Task;

    public SiteDatabase CreateDbContext() => IsBroken ? throw new IOException("disk I/O error") : Fault is null ? databases.CreateDbContext() : throw Fault;

    public async Task<SiteDatabase> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        _asked.TrySetResult();
        await Hold;
        return CreateDbContext();
    }
}
