using FacialParalysisSite.Web.Commands;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Commands;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Write_ToItsEnd_LeavesTheFileAlone()
    {
        await WholeFile.WriteAsync(_own["export.json"], writer => writer.WriteLineAsync("all of it"));

        Assert.Equal("all of it\n", await File.ReadAllTextAsync(_own["export.json"]));
        Assert.Single(Directory.GetFiles(_own.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_own["export.json"]));
        }
    }

    [Fact]
    public async Task Write_OnADiskThatIsFullHalfway_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => WholeFile.WriteAsync(_own["export.json"], async writer =>
        {
            await writer.WriteAsync(new string('x', 100_000));
            await writer.FlushAsync();
            throw new IOException("No space left on device");
        }));

        Assert.Empty(Directory.GetFiles(_own.Path));
    }

    [Fact]
    public async Task Write_WhereAFileIsMeanwhile_LeavesThatOne()
    {
        await Assert.ThrowsAsync<IOException>(() => WholeFile.WriteAsync(_own["export.json"], async writer =>
        {
            await writer.WriteAsync("mine");
            await File.WriteAllTextAsync(_own["export.json"], "theirs");
        }));

        Assert.Equal("theirs", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_own.Path))));
    }
}
