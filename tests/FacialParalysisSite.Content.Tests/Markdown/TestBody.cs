using FacialParalysisSite.Content.ClinicFacts;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Markdown.Parsing;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Tests.Pictures;

namespace FacialParalysisSite.Content.Tests.Markdown;

/// <summary>A text read and rendered by itself, as if it stood in articles/x.md.</summary>
internal sealed record TestBody(MarkdownBody? Body, IReadOnlyList<ContentProblem> Problems)
{
    public static Clinic Clinic { get; } = new()
    {
        Name = "The <Test> Clinic",
        Phone = Phone.Parse("(310) 555-0100")!,
        City = "Beverly Hills",
        Urgent = "Call 911.",
        OffLabel = "Off-label.",
    };

    public static TestBody Read(string text, params string[] sources)
    {
        var problems = new FileProblems("articles/x.md");
        var split = new FrontMatterSplit(Fields: null, text, BodyLine: 1);
        return new TestBody(BodyReader.Read(split, sources.ToHashSet(StringComparer.Ordinal), problems)?.Body, problems.All);
    }

    /// <summary>The HTML of a text that has to be readable; every article, page and picture exists unless it is a draft.</summary>
    public static string Html(string text, params string[] sources) => Read(text, sources).Render();

    public string Render() => Body!.Render(AddressOf, PictureOf, Clinic);

    private static string? AddressOf(string file) => file switch
    {
        "articles/draft.md" => null,
        _ when file.StartsWith("articles/", StringComparison.Ordinal) => SiteAddresses.OfArticle(Path.GetFileNameWithoutExtension(file)),
        _ when file.StartsWith("pages/", StringComparison.Ordinal) => SiteAddresses.OfPage(Path.GetFileNameWithoutExtension(file)),
        _ => null,
    };

    private static Picture? PictureOf(string file) => file.StartsWith("images/", StringComparison.Ordinal) ? TestPicture.Shown(file) : null;
}
