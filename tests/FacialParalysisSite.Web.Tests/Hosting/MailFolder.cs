using System.Text;
using System.Text.RegularExpressions;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>The mails that the site wrote as files instead of sending them.</summary>
internal sealed class MailFolder(string path)
{
    public string Path => path;

    public IReadOnlyList<WrittenMail> Mails =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.eml").Select(File.ReadAllText).Where(text => text.Length > 0).Select(text => new WrittenMail(text)).ToList() : [];

    /// <summary>Waits until there are as many mails.</summary>
    public async Task<IReadOnlyList<WrittenMail>> WaitForAsync(int count)
    {
        await Eventually.HoldsAsync(() => Mails.Count(mail => mail.IsWhole) >= count, $"{count} mails are written to {path}");
        return Mails;
    }
}

/// <summary>One mail as it lies in its file.</summary>
internal sealed partial record WrittenMail(string Source)
{
    public string Subject => HeaderOf("Subject");

    public string To => HeaderOf("To");

    public bool IsReceipt => Source.Contains("Auto-Submitted: auto-generated", StringComparison.Ordinal);

    /// <summary>Whether it is written to its end.</summary>
    public bool IsWhole => IsReceipt ? Text.Length > 0 : Source.TrimEnd().EndsWith("--", StringComparison.Ordinal);

    /// <summary>Its texts, decoded.</summary>
    public string Text => string.Join('\n', Encoded().Matches(Source).Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["text"].Value))));

    private string HeaderOf(string name) =>
        Source.Split('\n').FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..].Trim() ?? "";

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r?\n\r?\n(?<text>([A-Za-z0-9+/=]+\r?\n)+|[A-Za-z0-9+/=\r\n]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Encoded();
}
