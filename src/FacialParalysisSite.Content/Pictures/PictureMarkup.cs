using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FacialParalysisSite.Content.Pictures;

/// <summary>Writes a picture as HTML. It takes the same place before it has been made, so that nothing moves when it comes.</summary>
public static class PictureMarkup
{
    /// <summary>Letters of all scripts stay as they are.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="picture">The picture.</param>
    /// <param name="alt">What it shows; empty where it says nothing.</param>
    /// <param name="layout">How it is shown.</param>
    public static string Html(Picture picture, string alt, PictureLayout layout)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(layout);
        return picture.Plain is { } plain ? Ready(picture, plain, alt, layout) : Place(picture, alt, layout);
    }

    private static string Ready(Picture picture, PictureVariant plain, string alt, PictureLayout layout)
    {
        var html = new StringBuilder("<picture>");
        foreach (var format in PictureRecipe.Formats.Where(format => format != plain.Format))
        {
            html.Append("<source type=\"").Append(format.MediaType()).Append('"');
            AppendSet(html, picture, format, layout).Append('>');
        }

        html.Append("<img");
        AppendClass(html, layout.Class).Append(" src=\"").Append(Encoder.Encode(plain.Address)).Append('"');
        AppendSet(html, picture, plain.Format, layout);
        AppendSize(html, picture).Append(" alt=\"").Append(Encoder.Encode(alt)).Append('"');
        html.Append(layout.IsFirst ? " fetchpriority=\"high\"" : " loading=\"lazy\" decoding=\"async\"");
        return html.Append("></picture>").ToString();
    }

    /// <summary>A box of the same size with the words in it. The drawing is empty: it gives the box its shape without a style of its own.</summary>
    private static string Place(Picture picture, string alt, PictureLayout layout)
    {
        var html = new StringBuilder("<span");
        AppendClass(html, layout.Class is null ? "picture" : "picture " + layout.Class);
        html.Append(alt.Length == 0 ? " aria-hidden=\"true\">" : $" role=\"img\" aria-label=\"{Encoder.Encode(alt)}\">");
        html.Append("<svg class=\"picture__space\"");
        AppendSize(html, picture).Append(CultureInfo.InvariantCulture, $" viewBox=\"0 0 {picture.Width} {picture.Height}\" aria-hidden=\"true\"></svg>");
        if (alt.Length > 0)
        {
            html.Append("<span class=\"picture__words\" aria-hidden=\"true\">").Append(Encoder.Encode(alt)).Append("</span>");
        }

        return html.Append("</span>").ToString();
    }

    private static StringBuilder AppendSet(StringBuilder html, Picture picture, PictureFormat format, PictureLayout layout) =>
        html.Append(" srcset=\"")
            .AppendJoin(", ", picture.In(format).Select(variant => string.Create(CultureInfo.InvariantCulture, $"{Encoder.Encode(variant.Address)} {variant.Width}w")))
            .Append("\" sizes=\"").Append(Encoder.Encode(layout.Sizes)).Append('"');

    private static StringBuilder AppendSize(StringBuilder html, Picture picture) =>
        html.Append(CultureInfo.InvariantCulture, $" width=\"{picture.Width}\" height=\"{picture.Height}\"");

    private static StringBuilder AppendClass(StringBuilder html, string? name) => name is null ? html : html.Append(" class=\"").Append(Encoder.Encode(name)).Append('"');
}
