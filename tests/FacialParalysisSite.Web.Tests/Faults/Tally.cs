using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>What became of the requests that a site said it had received, by the mails that a mail server took.</summary>
internal static partial class Tally
{
    /// <summary>The reference of the request that a mail to the clinic is about; empty for other mails.</summary>
    public static string Reference(this string mail) => Subject().Match(mail).Groups["reference"].Value;

    /// <summary>Asserts that none was lost and that whatever came twice is one mail, and prints the count for whoever runs the tests.</summary>
    /// <param name="output">Where it is printed.</param>
    /// <param name="what">What was broken, and how often.</param>
    /// <param name="received">The references that visitors were given.</param>
    /// <param name="refused">How often visitors were asked to call instead.</param>
    /// <param name="mails">Everything that mail servers took.</param>
    /// <param name="mostTwice">How often a mail may have come again: as often as nobody could know whether it had been taken.</param>
    public static void Check(ITestOutputHelper output, string what, IReadOnlyCollection<string> received, int refused, IReadOnlyCollection<string> mails, int mostTwice)
    {
        var arrived = mails.GroupBy(Reference).Where(about => about.Key.Length > 0).ToDictionary(group => group.Key, group => group.ToList());
        var lost = received.Where(reference => !arrived.ContainsKey(reference)).ToList();
        output.WriteLine($"Faults: {what}: {received.Count} requests accepted, {lost.Count} lost, {refused} asked to call; {arrived.Values.Count(all => all.Count > 1)} mails came twice");
        Assert.Empty(lost);
        Assert.All(arrived.Values, all => Assert.NotEmpty(Assert.Single(all.Select(mail => MessageId().Match(mail).Value).Distinct(StringComparer.Ordinal))));
        Assert.InRange(arrived.Values.Sum(all => all.Count - 1), 0, mostTwice);
    }

    [GeneratedRegex("^Subject: Consultation request (?<reference>FP-[0-9A-Z]{4}-[0-9A-Z]{4})\\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subject();

    [GeneratedRegex("^Message-ID:\\s*<[^>]+>", RegexOptions.Multiline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}
