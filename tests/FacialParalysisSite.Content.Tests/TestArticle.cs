namespace FacialParalysisSite.Content.Tests;

/// <summary>Valid articles and pages with some more fields than they need.</summary>
internal static class TestArticle
{
    public static string With(string fields = "", string body = "Words.", string category = "conditions", string published = "2026-01-05", bool reviewed = true) =>
        $"---\ntitle: \"A title\"\nsummary: \"A summary.\"\ncategory: {category}\nauthor: ada\npublished: {published}\n"
        + (reviewed ? "reviewer: ada\nreviewed: 2026-01-05\nreviewDue: 2027-01-05\n" : "") + (fields.Length > 0 ? fields + "\n" : "") + $"---\n\n{body}\n";

    public static string Page(string fields = "", string body = "Words.") =>
        $"---\ntitle: \"A page\"\nsummary: \"A summary.\"\n{(fields.Length > 0 ? fields + "\n" : "")}---\n\n{body}\n";
}
