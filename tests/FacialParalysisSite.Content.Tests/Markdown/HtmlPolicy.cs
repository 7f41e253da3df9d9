using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FacialParalysisSite.Content.Pictures;

namespace FacialParalysisSite.Content.Tests.Markdown;

/// <summary>What the HTML of a text may consist of, as a browser would understand it.</summary>
internal static class HtmlPolicy
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "p", "h2", "h3", "h4", "h5", "h6", "a", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "div", "section", "span",
        "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "figure", "figcaption", "picture", "source", "img",
    };

    private static readonly Dictionary<string, Func<string, bool>> Attributes = new(StringComparer.Ordinal)
    {
        ["id"] = value => value.All(letter => letter is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')),
        ["class"] = value => value is "ref" or "term" or "hidden" or "scroll" or "footnotes" or "align-center" or "align-right"
            or "callout__label" or "callout callout--note" or "callout callout--warning" or "callout callout--urgent",
        ["href"] = IsAllowedLink,
        ["src"] = value => value.StartsWith("/pictures/", StringComparison.Ordinal),
        ["alt"] = _ => true,
        ["srcset"] = value => value.Split(", ").All(one => one.StartsWith("/pictures/", StringComparison.Ordinal)),
        ["sizes"] = value => value == PictureLayout.Text.Sizes || value is "50vw",
        ["width"] = value => value.All(char.IsAsciiDigit),
        ["height"] = value => value.All(char.IsAsciiDigit),
        ["loading"] = value => value is "lazy",
        ["decoding"] = value => value is "async",
        ["role"] = value => value is "note" or "region",
        ["tabindex"] = value => value is "0",
        ["aria-label"] = _ => true,
        ["start"] = value => value.All(char.IsAsciiDigit),
        ["type"] = value => value is "a" or "A" or "i" or "I" or "image/avif" or "image/webp",
        ["colspan"] = value => value.All(char.IsAsciiDigit),
    };

    /// <summary>What one of the site's own figures consists of, in which nothing of a text can stand.</summary>
    private static readonly HashSet<string> FigureElements = new(StringComparer.Ordinal) { "figure", "p", "div", "ul", "ol", "li", "b", "span", "svg", "path" };

    private static readonly Dictionary<string, Func<string, bool>> FigureAttributes = new(StringComparer.Ordinal)
    {
        ["id"] = IsNameInAFigure,
        ["class"] = value => value.Split(' ').All(name => name == "figure" || name.StartsWith("figure--", StringComparison.Ordinal) || name.StartsWith("figure__", StringComparison.Ordinal)),
        ["role"] = value => value is "group",
        ["aria-labelledby"] = IsNameInAFigure,
        ["aria-hidden"] = value => value is "true",
        ["preserveAspectRatio"] = value => value is "none",
        ["viewBox"] = value => value.All(letter => letter is ' ' || char.IsAsciiDigit(letter)),
        ["d"] = value => value.All(letter => letter is ' ' or 'M' or 'C' or 'H' or 'V' or 'h' || char.IsAsciiDigit(letter)),
    };

    /// <summary>The place of a picture that has not been made yet.</summary>
    private static readonly Dictionary<string, Func<string, bool>> PlaceAttributes = new(StringComparer.Ordinal)
    {
        ["class"] = value => value is "picture" or "picture__space" or "picture__words",
        ["role"] = value => value is "img",
        ["aria-label"] = _ => true,
        ["aria-hidden"] = value => value is "true",
        ["width"] = Attributes["width"],
        ["height"] = Attributes["height"],
        ["viewBox"] = FigureAttributes["viewBox"],
    };

    public static void AssertKept(string html)
    {
        var document = new HtmlParser().ParseDocument("<!DOCTYPE html><body><main>" + html + "</main></body>");
        var main = document.Body!.FirstElementChild!;

        // Nothing closes what is around the text.
        Assert.Equal(1, document.Body.ChildNodes.Length);
        Assert.Equal(0, document.Head!.ChildNodes.Length);
        Assert.DoesNotContain(main.Descendants(), node => node.NodeType is not (NodeType.Element or NodeType.Text));
        Assert.All(main.QuerySelectorAll("*"), AssertElement);
        var ids = main.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    private static void AssertElement(IElement element)
    {
        var (elements, attributes) = element.Closest("figure.figure") is not null ? (FigureElements, FigureAttributes)
            : element.Closest("span.picture") is not null ? (FigureElements, PlaceAttributes)
            : (Elements, Attributes);
        Assert.Contains(element.LocalName, elements);
        Assert.Equal(element.LocalName is "svg" or "path" ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml", element.NamespaceUri);
        foreach (var attribute in element.Attributes)
        {
            Assert.True(attributes.TryGetValue(attribute.Name, out var allows), $"<{element.LocalName}> has {attribute.Name}=\"{attribute.Value}\"");
            Assert.True(allows(attribute.Value), $"<{element.LocalName}> has {attribute.Name}=\"{attribute.Value}\"");
        }
    }

    private static bool IsNameInAFigure(string value) => value.StartsWith("fig-", StringComparison.Ordinal) && Attributes["id"](value);

    /// <summary>Resolves the address as a browser does, which drops tabs, line breaks and control characters.</summary>
    private static bool IsAllowedLink(string value)
    {
        var url = new Url(new Url("https://clinic.example/articles/x"), value);
        return url.Scheme switch
        {
            "mailto" or "tel" => true,
            "http" => value.StartsWith("http:", StringComparison.OrdinalIgnoreCase),
            "https" => value.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
                || (url.HostName == "clinic.example" && value is ['/' or '#', ..]),
            _ => false,
        };
    }
}
