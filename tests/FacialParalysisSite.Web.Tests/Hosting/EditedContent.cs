using FacialParalysisSite.Content.Tests.Files;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>A content folder that a test writes in, as staff would.</summary>
/// <param name="Root">The folder.</param>
public sealed record EditedContent(string Root)
{
    /// <summary>The width of the pictures of cases, in pixels.</summary>
    public const int WidthOfCase = 8;

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

    /// <summary>Writes a case of the gallery and puts its pictures there.</summary>
    /// <param name="slug">The name of the file without its ending.</param>
    /// <param name="permission">The record of a patient's permission, as lines of YAML; null for an illustration.</param>
    /// <param name="title">By default made of the slug.</param>
    /// <param name="fields">Front matter besides, as lines of YAML.</param>
    public EditedContent WriteCase(string slug, string? permission = null, string? title = null, string fields = "")
    {
        var folder = permission is null ? "gallery" : "patients";
        foreach (var moment in new[] { "before", "after" })
        {
            Write($"images/{folder}/{slug}-{moment}.png", PictureOfCase(slug, moment));
        }

        return Write($"gallery/{slug}.md", $"""
            ---
            title: "{title ?? $"Title of {slug}"}"
            summary: "Summary of {slug}."
            kind: {(permission is null ? "illustration" : "patient")}
            procedures:
              - name: "Exercises at home"
                article: exercises-at-home
            pictures:
              - file: {folder}/{slug}-before.png
                view: "Smiling"
                moment: before
                alt: "One corner of the mouth of {slug} goes up."
              - file: {folder}/{slug}-after.png
                view: "Smiling"
                moment: after
                alt: "Both corners of the mouth of {slug} go up."
            published: 2029-05-01
            {(permission is null ? "" : "treated: 2028\nafterTreatment: 3 months\n" + permission)}
            {fields}
            ---

            What {slug} shows.
            """);
    }

    /// <summary>An original of a case.</summary>
    /// <param name="slug">The case.</param>
    /// <param name="moment"><c>before</c> or <c>after</c>.</param>
    public static byte[] PictureOfCase(string slug, string moment) => TestPng.Of($"{slug} {moment}", WidthOfCase, WidthOfCase);

    public EditedContent Replace(string file, string old, string now)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(file, text.Replace(old, now, StringComparison.Ordinal));
    }
}
