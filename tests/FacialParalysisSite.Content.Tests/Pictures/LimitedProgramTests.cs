using System.Globalization;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Tests.Files;

namespace FacialParalysisSite.Content.Tests.Pictures;

/// <summary>A picture may be made to harm the program that reads it.</summary>
public sealed class LimitedProgramTests : IDisposable
{
    private const string Password = "FP_TEST_PASSWORD";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("program-tests-");

    public LimitedProgramTests() => Environment.SetEnvironmentVariable(Password, "secret");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Password, null);
        _folder.Delete(recursive: true);
    }

    [VipsFact]
    public async Task Run_AnyProgram_HasLittleOfTheMachineAndNothingOfTheSite()
    {
        var ended = await RunAsync("{ ulimit -t; ulimit -v; ulimit -f; nice; pwd; } > told; env > environment", "1");

        Assert.Equal(0, ended);
        var told = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "told"));
        Assert.Equal(["60", "2097152", "2097152", _folder.FullName], told.Where((_, line) => line != 3));
        Assert.InRange(int.Parse(told[3], CultureInfo.InvariantCulture), 10, 19);
        var environment = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "environment"));
        Assert.DoesNotContain(environment, line => line.Contains(Password, StringComparison.Ordinal));
        Assert.Contains("VIPS_BLOCK_UNTRUSTED=1", environment);
    }

    [VipsFact]
    public async Task Run_AProgramThatTakesAllMemory_Fails() =>
        Assert.NotEqual(0, await RunAsync("dd if=/dev/zero of=/dev/null bs=3G count=1 2>/dev/null", "1"));

    [VipsFact]
    public async Task Run_WithArguments_GivesThemToNoShell()
    {
        Assert.Equal(0, await RunAsync("printf '%s' \"$1\" > told", "$(touch harm); `touch harm`"));

        Assert.Equal("$(touch harm); `touch harm`", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "told")));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "harm")));
    }

    [VipsFact]
    public async Task Run_ThatIsEnded_LeavesNoProgramBehind()
    {
        using var stop = new CancellationTokenSource();
        var (child, end) = (Path.Combine(_folder.FullName, "child"), Path.Combine(_folder.FullName, "end"));
        NamedPipe.Make(child);
        NamedPipe.Make(end);
        var running = RunAsync("sleep 100 > end & echo started > child; wait", "1", stop.Token);

        // This pipe ends with the last program that has it open.
        var ended = NamedPipe.ReadAsync(end);
        await NamedPipe.ReadAsync(child);
        Assert.False(running.IsCompleted);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await ended.WaitAsync(TimeSpan.FromSeconds(50), CancellationToken.None);
    }

    private async Task<int?> RunAsync(string script, string argument, CancellationToken stop = default)
    {
        var program = Path.Combine(_folder.FullName, "program");
        await File.WriteAllTextAsync(program, "#!/bin/sh\n" + script + "\n", stop);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return (await new LimitedProgram(program).RunAsync(_folder.FullName, [argument], stop)).ExitCode;
    }
}
