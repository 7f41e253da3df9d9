using System.Text;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Problems;

namespace FacialParalysisSite.Content.Tests.Files;

public sealed class ContentFolderTests : IDisposable
{
    private readonly TestContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    [Covers("FP0001")]
    public void Reload_ATextOverOneMegabyte_IsTooLarge()
    {
        _content.Write("articles/x.md", _content.Read("articles/first.md").PadRight((1024 * 1024) + 1));

        AssertProblem("articles/x.md(1,1): error FP0001");
    }

    [Fact]
    public void Reload_ATextOfExactlyOneMegabyte_IsNotTooLarge()
    {
        _content.Write("clinic.yml", _content.Read("clinic.yml").PadRight(1024 * 1024));

        Assert.Empty(_content.Problems());
    }

    [Fact]
    public void Reload_APictureOver20Megabytes_IsTooLarge()
    {
        _content.WritePicture("images/face.png");
        using (var file = File.OpenWrite(_content.PathOf("images/face.png")))
        {
            file.SetLength((20 * 1024 * 1024) + 1);
        }

        AssertProblem("images/face.png(1,1): error FP0001");
    }

    [Theory]
    [Covers("FP0002")]
    [InlineData(new byte[] { 0xFF }, 4, 8)]
    [InlineData(new byte[] { 0xE9 }, 4, 8)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 4, 8)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 4, 8)]
    [InlineData(new byte[] { (byte)'x', 0xEF, 0xBF, 0xBE }, 4, 9)]
    public void Reload_BytesThatAreNotUtf8_AreReportedWhereTheyStand(byte[] bytes, int line, int column)
    {
        _content.Write("articles/x.md", [.. "---\ntitle: \"é\"\n---\nWörd é "u8, .. bytes, .. " more\n"u8]);

        AssertProblem($"articles/x.md({line},{column}): error FP0002");
    }

    [Theory]
    [Covers("FP0010")]
    [InlineData(0xFFFF)]
    [InlineData(0xFDD0)]
    [InlineData(0x1FFFE)]
    public void Reload_ACodeThatIsNoCharacter_IsReportedWhereItStands(int code)
    {
        _content.Write("articles/x.md", $"---\ntitle: \"é\"\n---\nWörd {char.ConvertFromUtf32(code)} more\n");

        AssertProblem("articles/x.md(4,6): error FP0010");
    }

    [Theory]
    [InlineData("articles/x.md", "FP0101")]
    [InlineData("images/x.png", "FP0008")]
    public void Reload_APipe_IsAnEmptyFileAndNothingWaitsForIt(string path, string code)
    {
        Directory.CreateDirectory(_content.PathOf("images"));
        NamedPipe.Make(_content.PathOf(path));

        AssertProblem($"{path}(1,1): error {code}");
    }

    [Fact]
    public void Reload_ANameThatIsNotUtf8_IsABadName()
    {
        Shell("touch");
        try
        {
            Assert.Contains(_content.Problems(), problem => problem.ToString().StartsWith("content/articles/m\uFFFDbius.md(1,1): error FP0005: ", StringComparison.Ordinal));
        }
        finally
        {
            Shell("rm");
        }

        // .NET itself can neither make nor delete a file of such a name.
        void Shell(string command)
        {
            using var shell = System.Diagnostics.Process.Start("bash", ["-c", $"{command} '{_content.PathOf("articles")}'/$'m\\366bius.md'"]);
            shell.WaitForExit();
            Assert.Equal(0, shell.ExitCode);
        }
    }

    [Fact]
    public void Reload_ANameWithALineBreak_StaysOnOneLineOfTheLog()
    {
        _content.Write("articles/x\ncontent/articles/first.md(1,1): error FP0001: no.md", "x");

        Assert.All(_content.Problems(), problem => Assert.DoesNotContain('\n', problem + problem.Hint));
    }

    [Fact]
    public void Reload_AFileInUtf16_IsNotUtf8()
    {
        _content.Write("articles/x.md", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("---\ntitle: x\n---\n")]);

        AssertProblem("articles/x.md(1,1): error FP0002");
    }

    [Fact]
    [Covers("FP0003")]
    public void Reload_ALinkToAFileOutside_IsRefused()
    {
        using var outside = new TestContent();
        Link("articles/x.md", outside.PathOf("articles/first.md"));

        AssertProblem("articles/x.md(1,1): error FP0003");
    }

    [Fact]
    public void Reload_ALinkToAPictureOutside_IsRefused()
    {
        using var outside = new TestContent();
        outside.WritePicture("images/face.png");
        Directory.CreateDirectory(_content.PathOf("images"));
        Link("images/face.png", outside.PathOf("images/face.png"));

        AssertProblem("images/face.png(1,1): error FP0003");
    }

    [Fact]
    public void Reload_ALinkToAFolderOutside_IsRefused()
    {
        using var outside = new TestContent();
        Directory.CreateSymbolicLink(_content.PathOf("images"), outside.Root);

        AssertProblem("images(1,1): error FP0003");
    }

    [Fact]
    public void Reload_ALinkThatLeadsOutsideByTwoSteps_IsRefused()
    {
        using var outside = new TestContent();
        Link("articles/x.md", "y.md");
        Link("articles/y.md", outside.PathOf("articles/first.md"));

        Assert.Equal(["articles/x.md(1,1): error FP0003", "articles/y.md(1,1): error FP0003"], _content.Problems().Select(ProblemFixture.Line));
    }

    [Fact]
    public void Reload_ALinkInACircle_IsRefused()
    {
        Link("articles/x.md", "x.md");

        AssertProblem("articles/x.md(1,1): error FP0003");
    }

    [Fact]
    public void Reload_ALinkToAFileInside_IsRead()
    {
        Link("articles/x.md", "first.md");

        Assert.Empty(_content.Problems());
        Assert.NotNull(_content.Load().Current.FindArticle("x").Item);
    }

    [Fact]
    public void List_ALinkToAFolderAbove_IsNotWalkedForEver()
    {
        Directory.CreateSymbolicLink(_content.PathOf("articles/again"), _content.Root);

        AssertProblem("articles/again(1,1): error FP0003");
    }

    [Fact]
    public void Reload_ALinkToNothing_IsRefused()
    {
        Link("articles/x.md", "deleted.md");

        AssertProblem("articles/x.md(1,1): error FP0003");
    }

    [Fact]
    [Covers("FP0004")]
    public void Read_AFileDeletedSinceTheListing_CannotBeRead()
    {
        var problems = new FileProblems("articles/x.md");

        Assert.Null(new ContentFolder(_content.Root).Read(new FileStamp("articles/x.md", 10, default, LeadsOutside: false), problems));

        Assert.Equal("articles/x.md(1,1): error FP0004", ProblemFixture.Line(Assert.Single(problems.All)));
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(_content.PathOf(path), target);

    private void AssertProblem(string line) => Assert.Equal(line, ProblemFixture.Line(Assert.Single(_content.Problems())));
}
