using FacialParalysisSite.Content.Addresses;

namespace FacialParalysisSite.Content.Tests.Addresses;

public sealed class AddressFileTests
{
    [Fact]
    public void Insert_IntoAnEmptyFile_BeginsWithTheExplanation() =>
        Assert.Equal(AddressFile.Head + "\n\n/\n/about\n", AddressFile.Insert("", ["/", "/about"]));

    [Theory]
    [InlineData("/b\n/d\n", "/a\n/b\n/c\n/d\n/e\n")]
    [InlineData("# Head.\n\n/b\n/d\n", "# Head.\n\n/a\n/b\n/c\n/d\n/e\n")]
    [InlineData("# Head.\n/b\n/d\n", "# Head.\n/a\n/b\n/c\n/d\n/e\n")]
    [InlineData("# Head.\n\n# Of b.\n/b\n# Of d,\n# and more.\n/d", "# Head.\n\n/a\n# Of b.\n/b\n/c\n# Of d,\n# and more.\n/d\n/e\n")]
    [InlineData("/b\n\n# The end.\n", "/a\n/b\n\n# The end.\n/c\n/e\n")]
    [InlineData("# Head.", "# Head.\n/a\n/c\n/e\n")]
    [InlineData("/d\nnonsense\n/b\n", "/a\n/c\n/d\n/e\nnonsense\n/b\n")]
    public void Insert_IntoAText_KeepsEveryLineInItsOrder(string text, string expected) =>
        Assert.Equal(expected, AddressFile.Insert(text, ["/a", "/c", "/e"]));
}
