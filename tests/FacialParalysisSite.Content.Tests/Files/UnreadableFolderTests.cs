using System.Runtime.Versioning;
using FacialParalysisSite.Content.Tests.Library;

namespace FacialParalysisSite.Content.Tests.Files;

[UnsupportedOSPlatform("windows")]
public sealed class UnreadableFolderTests : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [OrdinaryUserTheory]
    [InlineData("articles", "content/articles(1,1): error FP0004: ")]
    [InlineData("images/nerve.png", "content/images/nerve.png(1,1): error FP0004: ")]
    [InlineData("", "content/(1,1): error FP0004: ")]
    public void Reload_AFolderThatCannotBeRead_KeepsEveryPageAndIsAProblem(string folder, string problem)
    {
        Directory.CreateDirectory(_content.PathOf("images/nerve.png"));
        File.SetUnixFileMode(_content.Root, Readable);
        var library = _content.Load();
        var before = SiteSnapshot.Of(library);
        File.SetUnixFileMode(_content.PathOf(folder), UnixFileMode.None);
        try
        {
            var reload = OrdinaryUser.Do(() => library.Reload());

            Assert.StartsWith(problem, Assert.Single(reload.Appeared).ToString(), StringComparison.Ordinal);
            Assert.Equal(before, SiteSnapshot.Of(library));
        }
        finally
        {
            File.SetUnixFileMode(_content.PathOf(folder), Readable);
        }

        Assert.Single(library.Reload().Mended);
    }
}
