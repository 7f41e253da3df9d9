using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Evidence;

/// <summary>What a page has to show and to say because of what it is about.</summary>
internal static class TopicCheck
{
    /// <summary>A page that names a topic this often is about it, even if its title and headings do not.</summary>
    private const int OftenEnough = 3;

    public static void Run(WrittenText text, EvidenceRules rules, FileProblems problems)
    {
        Check(text, rules.OffLabel, text.IsOffLabel, "offLabel", "the notice that this use is off-label", problems);
        Check(text, rules.Urgent, text.IsUrgent, "urgent", "the line that says when to call 911", problems);
        var sections = rules.Sections.Where(rule => rule.Category.Value == text.Category?.Value).SelectMany(rule => rule.Ids);
        foreach (var id in sections.Where(id => text.Headings.All(heading => heading.Id != id)))
        {
            problems.Add(text.Category!.Value.At, ProblemCode.MissingSection, $"An article of the category \"{text.Category.Value.Value}\" needs a section named \"{id}\".",
                $"Write such a section, and put {{#{id}}} behind its heading.");
        }
    }

    /// <summary>A page that is about a topic of medicine and does not say so would slip through every other check.</summary>
    public static void AskWhetherMedical(WrittenText text, EvidenceRules rules, FileProblems problems)
    {
        if (new[] { rules.OffLabel, rules.Urgent }.Select(rule => Topic(text, rule)).FirstOrDefault(topic => topic is not null) is { } topic)
        {
            problems.Add(topic.At, ProblemCode.MissingClinical, $"This page is about \"{topic.Value}\", but is not marked as one about medicine.",
                "Add a line \"clinical: true\" at the top: then it is checked like an article, and says whether a clinician has reviewed it.");
        }
    }

    private static void Check(WrittenText text, TopicRule rule, bool isMarked, string field, string notice, FileProblems problems)
    {
        if (Topic(text, rule) is not { } topic)
        {
            return;
        }

        if (!isMarked)
        {
            problems.Add(topic.At, ProblemCode.MissingNotice, $"This page is about \"{topic.Value}\", but does not show {notice}.", $"Add a line \"{field}: true\" at the top.");
        }

        foreach (var phrase in rule.MustSay.Where(phrase => !text.All.Any(passage => phrase.StandsIn(passage.Text))))
        {
            problems.Add(topic.At, ProblemCode.MissingStatement, $"This page is about \"{topic.Value}\", but does not mention \"{phrase.All[0]}\".", "Say it in the text, with its source.");
        }
    }

    /// <summary>Where a page first names the topic that it is about; null where it is not about it.</summary>
    private static Located<string>? Topic(WrittenText text, TopicRule rule)
    {
        var prominent = text.Head.Concat(text.InShort).Concat(text.Body.Where(passage => passage.Kind == PassageKind.Heading)).SelectMany(passage => Mentions(passage, rule));
        var anywhere = text.All.SelectMany(passage => Mentions(passage, rule)).ToList();
        return prominent.Select(mention => (Located<string>?)mention).FirstOrDefault() ?? (anywhere.Count >= OftenEnough ? anywhere[0] : null);
    }

    private static IEnumerable<Located<string>> Mentions(Passage passage, TopicRule rule) =>
        rule.Topics.In(passage.Text).Select(found => new Located<string>(found.Text, passage.PositionOf(found.Index)));
}
