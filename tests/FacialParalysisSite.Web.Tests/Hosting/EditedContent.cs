namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>A content folder that a test writes in, as staff would.</summary>
/// <param name="Root">The folder.</param>
public sealed record EditedContent(string Root)
{
    public string PathOf(string file) => Path.Combine(Root, file);

    public EditedContent Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public EditedContent Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
        return this;
    }

    /// <summary>Writes a short article.</summary>
    /// <param name="slug">The name of the file without its ending.</param>
    /// <param name="fields">Front matter besides what every article needs, as lines of YAML.</param>
    /// <param name="published">A day or an instant.</param>
    /// <param name="title">By default made of the slug.</param>
    /// <param name="body">The Markdown text.</param>
    public EditedContent WriteArticle(
        string slug, string fields = "", string published = "2028-05-01", string? title = null, string body = "Some plain words.") =>
        Write($"articles/{slug}.md", $"""
            ---
            title: "{title ?? $"Title of {slug}"}"
            summary: "Summary of {slug}."
            category: treatments
            author: ada-writer
            published: {published}
            {fields}
            ---

            {body}
            """);

    public EditedContent Replace(string file, string old, string now)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(file, text.Replace(old, now, StringComparison.Ordinal));
    }
}
