using System.Runtime.Versioning;
using FacialParalysisSite.Content.Addresses;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Addresses;

public sealed class AddressListTests : IDisposable
{
    private static readonly string[] OfTheBase =
        ["/", "/about", "/articles", "/articles/first", "/categories/conditions", "/categories/treatments", "/consultation", "/gallery", "/search", "/tags/surgery", "/tags/synkinesis"];

    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void AddUnlisted_WithoutAFile_WritesEverythingThatIsPublished()
    {
        _content.Write("articles/x.md", TestArticle.With("aliases: [/Blogs//Old.html/]"));
        _content.Write("articles/draft.md", TestArticle.With("draft: true\naliases: [/draft]"));
        _content.Write("articles/later.md", TestArticle.With(published: "2026-07-01"));
        _content.Write("articles/gone.md", TestArticle.With("expires: 2026-02-01\naliases: [/gone]"));
        _content.Write("articles/faulty.md", "faulty");
        _content.Delete("addresses.txt");
        var library = _content.Load();

        Assert.Equal(OfTheBase.Length + 2, library.Addresses().AddUnlisted());

        string[] expected = [.. OfTheBase, "/articles/x", "/blogs/old.html"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Listed());
        Assert.StartsWith(AddressFile.Head, _content.Read("addresses.txt"), StringComparison.Ordinal);
        library.Reload();
        Assert.Empty(library.Addresses().Unlisted);
        Assert.All(library.Problems, problem => Assert.Equal("articles/faulty.md", problem.File));
    }

    [Fact]
    public void AddUnlisted_AfterADeletion_TakesNothingAway()
    {
        var library = _content.Load();
        library.Addresses().AddUnlisted();
        _content.Delete("articles/first.md");
        _content.Write("articles/second.md", TestArticle.With());

        library.Reload();
        Assert.Equal(["/articles/second"], library.Addresses().Unlisted);
        library.Addresses().AddUnlisted();

        string[] expected = [.. OfTheBase, "/articles/second"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Listed());
    }

    [Fact]
    public void AddUnlisted_ToAListThatCannotBeRead_LeavesItAsItIs()
    {
        _content.Write("addresses.txt", [0xFF, 0xFE]);
        var addresses = _content.Load().Addresses();

        Assert.False(addresses.CanBeAddedTo);
        Assert.Throws<InvalidOperationException>(() => addresses.AddUnlisted());
        Assert.Equal([0xFF, 0xFE], File.ReadAllBytes(_content.PathOf("addresses.txt")));
    }

    [Fact]
    public void AddUnlisted_ToAListThatWasEditedSinceItWasLoaded_KeepsTheEdit()
    {
        var addresses = _content.Load().Addresses();
        _content.Write("addresses.txt", "# By hand.\n/articles/by-hand\n/about\n");

        Assert.Equal(OfTheBase.Length - 1, addresses.AddUnlisted());

        Assert.Contains("# By hand.\n", _content.Read("addresses.txt"), StringComparison.Ordinal);
        Assert.Equal(OfTheBase.Append("/articles/by-hand").Order(StringComparer.Ordinal), Listed().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AddUnlisted_ToAListThatBecameUnreadableSinceItWasLoaded_LeavesItAsItIs()
    {
        var addresses = _content.Load().Addresses();
        _content.Write("addresses.txt", [0xFF, 0xFE]);

        Assert.Contains("addresses.txt", Assert.Throws<IOException>(() => addresses.AddUnlisted()).Message, StringComparison.Ordinal);
        Assert.Equal([0xFF, 0xFE], File.ReadAllBytes(_content.PathOf("addresses.txt")));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void AddUnlisted_ToAFile_KeepsItsPermissions()
    {
        const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        File.SetUnixFileMode(_content.PathOf("addresses.txt"), ReadOnly);

        _content.Load().Addresses().AddUnlisted();

        Assert.Equal(OfTheBase, Listed());
        Assert.Equal(ReadOnly, File.GetUnixFileMode(_content.PathOf("addresses.txt")));
    }

    [Fact]
    public void AddUnlisted_ToALinkWithinTheContent_WritesTheFileItLeadsTo()
    {
        File.Move(_content.PathOf("addresses.txt"), _content.PathOf("listed.txt"));
        File.CreateSymbolicLink(_content.PathOf("addresses.txt"), _content.PathOf("listed.txt"));

        _content.Load().Addresses().AddUnlisted();

        Assert.NotNull(new FileInfo(_content.PathOf("addresses.txt")).LinkTarget);
        Assert.Contains("/about\n", _content.Read("listed.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void AddUnlisted_WhereItCannotBeWritten_NamesTheList()
    {
        _content.Delete("addresses.txt");
        Directory.CreateDirectory(_content.PathOf("addresses.txt/x"));

        var fault = Assert.ThrowsAny<Exception>(() => _content.Load().Addresses().AddUnlisted());

        Assert.Contains(_content.PathOf("addresses.txt"), fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddUnlisted_WithFaultyLines_KeepsThem()
    {
        _content.Write("addresses.txt", "nonsense\n/articles/none\n");

        _content.Load().Addresses().AddUnlisted();

        Assert.Superset(new HashSet<string>(["nonsense", "/articles/none", "/about"], StringComparer.Ordinal), Listed().ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void AddUnlisted_WithAStandInForAnUnknownCategory_DoesNotPublishItForEver()
    {
        _content.Write("categories.yml", "- slug: [");

        Assert.DoesNotContain("/categories/conditions", _content.Load().Addresses().Unlisted);
    }

    private IEnumerable<string> Listed() => _content.Read("addresses.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#');
}
