using System.Runtime.Versioning;
using FacialParalysisSite.Content.Library;
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

    [OrdinaryUserTheory]
    [InlineData("articles")]
    [InlineData("people")]
    [InlineData("")]
    public void Restart_WithAFolderThatCannotBeRead_ServesItFromTheStoreAndForgetsNothing(string folder)
    {
        _content.Write("articles/x.md", TestArticle.With("aliases: [/old]", "See [that](none.md)."));
        _content.Change("articles/x.md", "(none.md)", "(first.md)");
        File.SetUnixFileMode(_content.Root, Readable);
        var before = SiteSnapshot.Of(_content.Start());
        var stored = Directory.GetFiles(_content.Store, "*", SearchOption.AllDirectories).Length;
        File.SetUnixFileMode(_content.PathOf(folder), UnixFileMode.None);
        var library = new ContentLibrary(_content.Settings() with { Store = _content.Store }, _content.Time);
        try
        {
            OrdinaryUser.Do(() => library.Reload());
            Assert.Equal($"content/{folder}(1,1): error FP0004", Assert.Single(library.Problems).ToString().Split(": The")[0]);
            Assert.Equal(before, SiteSnapshot.Of(library));

            library.Keep();
            _content.Time.Advance(TimeSpan.FromDays(9));
            library.Keep();
            Assert.Equal(stored, Directory.GetFiles(_content.Store, "*", SearchOption.AllDirectories).Length);
        }
        finally
        {
            File.SetUnixFileMode(_content.PathOf(folder), Readable);
        }

        _content.Change("people/ada.md", "role:", "roll:");
        Assert.All(library.Reload().Problems, problem => Assert.Equal("people/ada.md", problem.File));
        Assert.Equal(before, SiteSnapshot.Of(library));
    }

    [OrdinaryUserTheory]
    [InlineData("")]
    [InlineData("articles")]
    public void Keep_WhereTheSiteMayNotWrite_SaysSoAndHarmsNothing(string folder)
    {
        File.SetUnixFileMode(_content.Root, Readable);
        _content.Start();
        File.SetUnixFileMode(Path.Combine(_content.Store, folder), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _content.Change("articles/first.md", "The first article", "Another title");
        var library = new ContentLibrary(_content.Settings() with { Store = _content.Store }, _content.Time);
        library.Reload();
        try
        {
            Assert.Contains("denied", OrdinaryUser.Do(() => library.Keep()), StringComparison.Ordinal);
            Assert.Equal("Another title", library.Current.FindArticle("first").Item!.Title);
        }
        finally
        {
            File.SetUnixFileMode(Path.Combine(_content.Store, folder), Readable);
        }

        Assert.Null(library.Keep());
        Assert.Contains("Another title", File.ReadAllText(Path.Combine(_content.Store, "articles/first.md")), StringComparison.Ordinal);
    }
}
