using System.Globalization;
using System.Text.RegularExpressions;

namespace FacialParalysisSite.Consultations.Mail;

/// <summary>
/// A person's address as it may stand in the header of the clinic's mail. That mail must go through everywhere, whatever
/// the person typed: an address that some server or library does not take stands only in the text.
/// </summary>
internal static partial class ReplyAddress
{
    private static readonly IdnMapping Hosts = new() { UseStd3AsciiRules = true };

    /// <summary>The address in ASCII, a host in another script as Punycode (RFC 3492); null where there is no such form of it.</summary>
    public static string? Of(string? email)
    {
        var at = email?.LastIndexOf('@') ?? -1;
        return at > 0 && HostOf(email![(at + 1)..]) is { } host && LocalPart().IsMatch(email[..at]) ? $"{email[..at]}@{host}" : null;
    }

    /// <summary>
    /// A host name as the network knows it; null for what is none. A number at its end makes it an address of the network
    /// (URL Standard, section 3.5), and a dot there is not what mail may carry (RFC 5321, section 2.3.5).
    /// </summary>
    public static string? HostOf(string text)
    {
        try
        {
            var host = Hosts.GetAscii(text);
            return host.EndsWith('.') || host[(host.LastIndexOf('.') + 1)..].All(char.IsAsciiDigit) ? null : host;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A dot-atom (RFC 5322, section 3.2.3).</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LocalPart();
}
