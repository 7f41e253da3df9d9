using System.Text;

namespace FacialParalysisSite.Content.Search;

/// <summary>What is kept of the words of a page to show them. Texts are kept as UTF-8, in half the memory of strings.</summary>
internal sealed class KeptText(PageText page)
{
    private readonly byte[] _text = Encoding.UTF8.GetBytes(page.Text);
    private readonly byte[] _words = Encoding.UTF8.GetBytes(string.Join(' ', page.Words));

    public IReadOnlyList<string?> Sections { get; } = page.Sections;

    public IReadOnlyList<int> Lengths { get; } = page.Lengths;

    /// <summary>The text as it is written.</summary>
    public string Text() => Encoding.UTF8.GetString(_text);

    /// <summary>Every word of it, once.</summary>
    public string[] Words() => Encoding.UTF8.GetString(_words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
