using System.Runtime.Versioning;
using FacialParalysisSite.Content.Tests.Library;

namespace FacialParalysisSite.Content.Tests.Files;

[UnsupportedOSPlatform("windows")]
public sealed class UnreadableFolderTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [OrdinaryUserTheory]
    [InlineData("articles", "content/articles(1,1): error FP0004: ")]
    [InlineData("", "content/(1,1): error FP0004: ")]
    public void Reload_AFolderThatCannotBeRead_KeepsEveryPageAndIsAProblem(string folder, string problem)
    {
        var library = _content.Load();
        var before = SiteSnapshot.Of(library);
        File.SetUnixFileMode(_content.PathOf(folder), UnixFileMode.None);
        try
        {
            var reload = library.Reload();

            Assert.StartsWith(problem, Assert.Single(reload.Appeared).ToString(), StringComparison.Ordinal);
            Assert.Equal(before, SiteSnapshot.Of(library));
        }
        finally
        {
            File.SetUnixFileMode(_content.PathOf(folder), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Assert.Single(library.Reload().Mended);
    }
}
