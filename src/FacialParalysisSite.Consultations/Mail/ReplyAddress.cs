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

    /// <summary>A host name as the network knows it; null for what is none.</summary>
    public static string? HostOf(string text)
    {
        try
        {
            return Hosts.GetAscii(text);
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
