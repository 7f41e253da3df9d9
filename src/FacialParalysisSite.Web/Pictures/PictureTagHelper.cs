using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.Pictures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FacialParalysisSite.Web.Pictures;

/// <summary>Shows a picture of the content folder: <c>&lt;content-picture path="images/nerve.png" alt="…" sizes="50vw" /&gt;</c>.</summary>
[HtmlTargetElement("content-picture", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PictureTagHelper(ContentCatalog catalog) : TagHelper
{
    /// <summary>Path of the original below the content folder.</summary>
    public required string Path { get; set; }

    /// <summary>What it shows; empty where it says nothing.</summary>
    public required string Alt { get; set; }

    /// <summary>How wide it is shown, as the HTML attribute has it.</summary>
    public required string Sizes { get; set; }

    /// <summary>Whether it is seen as soon as the page opens.</summary>
    public bool IsFirst { get; set; }

    /// <summary>A class of the picture; null for none.</summary>
    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        if (catalog.PictureOf(Path) is { } picture)
        {
            output.Content.SetHtmlContent(PictureMarkup.Html(picture, Alt, new PictureLayout(Sizes) { IsFirst = IsFirst, Class = Class }));
        }
        else
        {
            output.Content.SetContent(catalog.IsOfPatient(Path) ? "" : Alt);
        }
    }
}
