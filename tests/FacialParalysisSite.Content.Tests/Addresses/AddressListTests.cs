using FacialParalysisSite.Content.Addresses;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Addresses;

public sealed class AddressListTests : IDisposable
{
    private static readonly string[] OfTheBase =
        ["/", "/about", "/articles", "/articles/first", "/categories/conditions", "/categories/treatments", "/consultation", "/search", "/tags/surgery", "/tags/synkinesis"];

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
        var library = _content.Load();
        Assert.False(library.Addresses().Exists);

        library.Addresses().AddUnlisted();

        string[] expected = [.. OfTheBase, "/articles/x", "/blogs/old.html"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Listed());
        Assert.StartsWith(AddressFile.Head, _content.Read("addresses.txt"), StringComparison.Ordinal);
        library.Reload();
        Assert.True(library.Addresses().Exists);
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

        Assert.True(addresses is { Exists: true, CanBeAddedTo: false });
        Assert.Throws<InvalidOperationException>(addresses.AddUnlisted);
        Assert.Equal([0xFF, 0xFE], File.ReadAllBytes(_content.PathOf("addresses.txt")));
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
