using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Problems;
using FacialParalysisSite.Content.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace FacialParalysisSite.Content.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("title: Botox: what it does", 1, 13, "A text with a colon in it needs quotes: title: \"Botox: what it does\".")]
    [InlineData("a: x\n\tb: y", 2, 1, "Use spaces instead of the tab key at the beginning of a line.")]
    [InlineData("a:\n  - x\n\t- y", 3, 1, "Use spaces instead of the tab key at the beginning of a line.")]
    [InlineData("a: \"x\nb: y", 1, 4, "Check that every quotation mark at the beginning of a text has its partner at the end.")]
    [InlineData("a:\n  - x\n - y", 3, 2, null)]
    [InlineData("a: [x\nb: y", 2, 1, null)]
    [InlineData("a: {x", 2, 1, null)]
    [InlineData("a: \"\\UFFFFFFFF\"", 1, 15, "Check that every quotation mark at the beginning of a text has its partner at the end.")]
    public void Read_AFaultOfSyntax_IsReportedOnceWithAPlainHint(string yaml, int line, int column, string? hint)
    {
        var problems = new FileProblems("x.yml");

        YamlReader.Read(yaml, firstLine: 1, problems);

        var problem = Assert.Single(problems.All);
        Assert.Equal($"x.yml({line},{column}): error FP0107", ProblemFixture.Line(problem));
        Assert.Equal(hint ?? "Check this line and the one above: a field is a name, a colon, a space and the value; list items begin with a hyphen and line up.",
            problem.Hint);
    }

    [Fact]
    public void Read_AFaultFurtherDown_StillReturnsWhatStandsAbove()
    {
        var map = Assert.IsType<YamlMap>(YamlReader.Read("name: A\nphone: B\ncity: C: D", firstLine: 1, new FileProblems("x.yml")));

        Assert.Equal(["name", "phone"], map.Fields.Select(field => field.Name));
    }

    [Fact]
    public void Read_BelowAFence_CountsLinesOfTheFile()
    {
        var map = Assert.IsType<YamlMap>(YamlReader.Read("a: 1\nb:  2", firstLine: 2, new FileProblems("x.md")));

        Assert.Equal(new Position(3, 5), map.Fields[1].Value.At);
    }

    [Fact]
    public void Read_AnAliasBomb_IsRefusedWithoutExpandingIt()
    {
        var bomb = "a0: &a0 [lol, lol]\n" + string.Concat(Enumerable.Range(1, 60).Select(level => $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n"));
        var problems = new FileProblems("x.yml");

        var map = Assert.IsType<YamlMap>(YamlReader.Read(bomb + "b: *a60", firstLine: 1, problems));

        Assert.Empty(map.Fields);
        Assert.Equal(62, problems.All.Count);
        Assert.All(problems.All, problem => Assert.Equal(ProblemCode.YamlAlias, problem.Code));
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 50_000)]
    [InlineData("- ", 100_000)]
    [InlineData("? ", 100_000)]
    [InlineData("[[]], ", 20_000)]
    public void Read_DeepNesting_IsRefusedAtTheFirstDeepLevel(string opening, int times)
    {
        var problems = new FileProblems("x.yml");

        YamlReader.Read("a: [" + string.Concat(Enumerable.Repeat(opening, times)), firstLine: 1, problems);

        Assert.InRange(problems.All.Count, 1, 2);
    }

    [Theory]
    [InlineData("a: &x 1", "FP0108")]
    [InlineData("a: *x", "FP0108")]
    [InlineData("*x : 1", "FP0108")]
    [InlineData("a: !!binary aGk=", "FP0108")]
    [InlineData("a: !ruby/object:X {}", "FP0108")]
    [InlineData("a: ! x", "FP0108")]
    [InlineData("&x a: 1", "FP0108")]
    [InlineData("a: 1\na: 2", "FP0109")]
    [InlineData("a: 1\n\"a\": 2", "FP0109")]
    [InlineData("[a]: 1", "FP0107")]
    [InlineData("a: 1\n---\nb: 2", "FP0107")]
    [InlineData("a: 1\n...\n---\nb: 2", "FP0107")]
    [InlineData("%YAML 9.9\n---\na: 1", "FP0107")]
    public void Read_WhatStaffDoNotNeed_IsRefused(string yaml, string code)
    {
        var problems = new FileProblems("x.yml");

        YamlReader.Read(yaml, firstLine: 1, problems);

        Assert.Equal(code, Assert.Single(problems.All).Code.Id);
    }

    [Theory]
    [InlineData("'&x'")]
    [InlineData("\"*x\"")]
    [InlineData("\"!x\"")]
    public void Read_TheSameSignsInQuotes_AreText(string quoted)
    {
        var problems = new FileProblems("x.yml");

        var map = Assert.IsType<YamlMap>(YamlReader.Read("a: " + quoted, firstLine: 1, problems));

        Assert.Empty(problems.All);
        Assert.Equal(quoted[1..^1], Assert.IsType<YamlScalar>(map.Fields[0].Value).Text);
    }

    [Fact]
    public void Read_AnyPiecesOfYaml_NeverThrows()
    {
        var pieces = Gen.Elements("a", ": ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", "\"", "'", "&x ", "*x", "!t ", "|", ">", "#", "---", "...", "%", "\\x", ",", "? ", "\0", "\ud800", "é");
        var texts = Gen.ArrayOf(pieces).Select(string.Concat).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(texts, text =>
        {
            YamlReader.Read(text, firstLine: 1, new FileProblems("x.yml"));
        }));
    }
}
