using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FacialParalysisSite.Content.Figures;
using FacialParalysisSite.Content.Tests.Library;
using FacialParalysisSite.Content.Tests.Markdown;

namespace FacialParalysisSite.Content.Tests.Figures;

public sealed partial class SiteFiguresTests
{
    public static TheoryData<string> Names => new(SiteFigures.Names);

    [Fact]
    public void Names_OfTheSite_AreThose() =>
        Assert.Equal(["bells-palsy-recovery", "botox-course", "grading-scales", "nerve", "neurectomy-study", "who-does-what"], SiteFigures.Names);

    [Fact]
    public void HtmlOf_AnUnknownName_IsNull() => Assert.Null(SiteFigures.HtmlOf("face"));

    [Theory]
    [MemberData(nameof(Names))]
    public void HtmlOf_AFigure_HasOnlyAllowedMarkup(string name) => HtmlPolicy.AssertKept(SiteFigures.HtmlOf(name)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void HtmlOf_AFigure_IsNamedAndSaysEverythingInWords(string name)
    {
        var figure = Parse(name);

        Assert.Equal($"figure figure--{name}", figure.ClassName);
        Assert.Equal($"fig-{name}", figure.GetAttribute("aria-labelledby"));
        Assert.Equal($"fig-{name}", Assert.Single(figure.QuerySelectorAll("[id]")).Id);
        Assert.NotEmpty(figure.QuerySelectorAll("svg"));
        Assert.All(figure.QuerySelectorAll("svg"), drawing => Assert.NotNull(drawing.Closest("[aria-hidden=true]")));
        Assert.True(figure.QuerySelectorAll("li").Count(row => row.TextContent.Trim().Length > 0) >= 2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HtmlOf_AFigure_IsExplainedInTheGuide(string name) =>
        Assert.Contains($"| `{{{{figure {name}}}}}` |", File.ReadAllText(Path.Combine(RealContent.Root, "README.md")), StringComparison.Ordinal);

    [Theory]
    [InlineData("bells-palsy-recovery", "94 of 100 61 of 100", "94/100 61/100")]
    [InlineData("neurectomy-study", "17% 11% None", "11/63 7/63 0/63")]
    public void HtmlOf_DotsOfPeople_AreAsManyAsTheWordsSay(string name, string sums, string dots)
    {
        var groups = Parse(name).QuerySelectorAll("li");

        Assert.Equal(sums, string.Join(' ', groups.Select(group => group.QuerySelector(".figure__sum")!.TextContent)));
        Assert.Equal(dots, string.Join(' ', groups.Select(group => $"{Dots(group, "filled")}/{Dots(group, "filled") + Dots(group, "open")}")));
        Assert.All(groups, group => Assert.Equal(Dots(group, "open"), Dots(group, "hole")));
    }

    private static IElement Parse(string name) => new HtmlParser().ParseDocument(SiteFigures.HtmlOf(name)!).Body!.FirstElementChild!;

    /// <summary>A row of dots is one stroke, with a dot after every ten units.</summary>
    private static int Dots(IElement group, string part) =>
        group.QuerySelectorAll(".figure__" + part).SelectMany(path => Row().Matches(path.GetAttribute("d")!))
            .Sum(row => (Number(row, "to") - Number(row, "from")) / 10 + 1);

    private static int Number(Match row, string part) => int.Parse(row.Groups[part].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<from>\d+) \d+H(?<to>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
