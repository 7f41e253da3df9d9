using System.Text.RegularExpressions;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>What the site wrote to its log, through its own logger and in its own format.</summary>
public sealed partial class LogFile(string path)
{
    public string Path => path;

    public string Text
    {
        get
        {
            if (!File.Exists(path))
            {
                return "";
            }

            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd();
        }
    }

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines about requests, without the time and the level in front.</summary>
    public IReadOnlyList<string> Requests =>
        Lines.Select(line => RequestLine().Match(line)).Where(match => match.Success).Select(match => match.Groups["request"].Value).ToList();

    /// <summary>Waits until a line is there that has all of these words.</summary>
    internal async Task<string> LineWithAsync(params string[] words)
    {
        await Eventually.HoldsAsync(() => Lines.Any(Has), $"the log says {string.Join(" … ", words)}", () => Text);
        return Lines.First(Has);

        bool Has(string line) => words.All(word => line.Contains(word, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d INFO (?<request>\S+ (/\S*|\(none\)) \d{3} .*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RequestLine();
}
