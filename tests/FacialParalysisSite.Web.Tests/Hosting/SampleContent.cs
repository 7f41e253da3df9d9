using FacialParalysisSite.Content.Pictures;

namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>A small content folder without errors that has one of everything.</summary>
internal static class SampleContent
{
    /// <summary>The article that has every field.</summary>
    public const string Full = "/articles/relaxing-tight-muscles";

    /// <summary>An article with nothing but what is required: no clinician has reviewed it.</summary>
    public const string Bare = "/articles/exercises-at-home";

    /// <summary>An article whose next review is due.</summary>
    public const string Overdue = "/articles/what-is-synkinesis";

    public const string Draft = "/articles/a-hidden-draft";

    public const string DraftPage = "/a-hidden-page";

    /// <summary>Words that stand in drafts and nowhere else.</summary>
    public const string DraftWords = "Xylophone";

    /// <summary>Appears at <see cref="FutureAt"/>.</summary>
    public const string Future = "/articles/news-of-june";

    /// <summary>Is taken down at <see cref="ExpiresAt"/>.</summary>
    public const string Expiring = "/articles/winter-hours";

    public const string Alias = "/blogs/how-does-botox-help-bells-palsy-a-synkinesis.html";

    public const string Picture = "/pictures/nerve-d840f4105ffa-1.jpg";

    public const string DraftPicture = "/pictures/hidden-d840f4105ffa-1.jpg";

    public const string UnusedPicture = "/pictures/unused-d840f4105ffa-1.jpg";

    public const string Phone = "(310) 555-0142";

    /// <summary>A record of a patient's permission that holds at <see cref="FakeClock.Start"/>.</summary>
    public const string Permission = "authorization:\n  form: \"A-17\"\n  signed: 2029-01-10\n  scope: [web]\n  expires: 2031-01-10";

    /// <summary>The morning after the last day of that permission.</summary>
    public static readonly DateTimeOffset PermissionEndsAt = new(2031, 1, 11, 8, 0, 0, TimeSpan.Zero);

    private const string Home =
        """
        title: "What the first page says"
        lead: "What the clinic does."
        doors:
          - title: "It just began"
            text: "See a doctor."
            article: relaxing-tight-muscles
          - title: "Not for readers"
            text: "Hidden words."
            article: a-hidden-draft
        care:
          - name: "Training"
            when: "First"
            can: "help."
            cannot: "be rushed."
            article: exercises-at-home
        director:
          title: "Ada Writer, RN"
          lines: ["Ada writes."]
          link: "About her"
          page: contact
        visit:
          title: "Before you come"
          lines: ["Bring your notes"]
          link: "The whole list"
          page: first-visit
        """;

    /// <summary>Everything of the sample that answers 200 at <see cref="FakeClock.Start"/>.</summary>
    public static readonly string[] Addresses =
    [
        "/", "/articles", Full, Bare, Overdue, Expiring, "/categories/treatments", "/categories/conditions",
        "/tags/botox", "/tags/synkinesis", "/tags/unused", "/contact", "/first-visit", "/privacy",
    ];

    /// <summary>Whom to call, and for what: the groups that <c>synonyms.yml</c> must have.</summary>
    private static readonly Dictionary<string, string> Alarms = new(StringComparer.Ordinal)
    {
        ["crisis"] = "crisis:\n  call: 988\n  line: \"Call 988.\"\n  say: [suicide]\n",
        ["emergency"] = "emergency:\n  call: 911\n  line: \"Call 911.\"\n  say: [choking]\n",
        ["acute"] = "acute:\n  call: 911\n  say: [stroke]\n",
        ["eye"] = "eye:\n  call: 911\n  line: \"An eye: call 911.\"\n  say: [bleach in eye]\n",
        ["possible"] = "possible:\n  call: 911\n  say: [numb face]\n",
    };

    public static readonly DateTimeOffset FutureAt = new(2030, 6, 1, 16, 0, 0, TimeSpan.Zero);

    /// <summary>The end of the day 2030-02-28 at the clinic.</summary>
    public static readonly DateTimeOffset ExpiresAt = new(2030, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A picture of one point.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Lays the sample's pictures ready as if they had been made, so that no test waits for them. What they hold is not what they are.</summary>
    /// <param name="store">The folder of pictures that have been made.</param>
    public static void LayPicturesReady(string store) => LayPictureReady(store, Png, width: 1, isPrivate: false);

    /// <summary>Lays a picture ready as if it had been made.</summary>
    /// <param name="store">The folder of pictures that have been made.</param>
    /// <param name="original">The original.</param>
    /// <param name="width">Its width in pixels, at most 320.</param>
    /// <param name="isPrivate">Whether it shows a patient.</param>
    /// <returns>Its key.</returns>
    public static string LayPictureReady(string store, byte[] original, int width, bool isPrivate)
    {
        var pictures = new PictureStore(store);
        var folder = pictures.Begin();
        foreach (var format in PictureRecipe.Formats)
        {
            File.WriteAllBytes(Path.Combine(folder, PictureRecipe.FileName(width, format)), Png);
        }

        var key = PictureRecipe.KeyOf(original);
        pictures.Keep(new PictureId(key, isPrivate), folder);
        return key;
    }

    public static EditedContent In(string folder)
    {
        var content = new EditedContent(folder);
        WriteLists(content);
        WritePages(content);
        WriteFullArticle(content);
        content.Write("images/nerve.png", Png).Write("images/hidden.png", Png).Write("images/unused.png", Png);
        return content
            .WriteArticle("exercises-at-home", published: "2029-02-01", title: "Exercises at home")
            .WriteArticle("what-is-synkinesis", """
                tags: [synkinesis]
                reviewer: rita-reviewer
                reviewed: 2028-05-30
                reviewDue: 2029-06-01
                """, published: "2028-06-01", title: "What is synkinesis?")
            .WriteArticle("a-hidden-draft", """
                draft: true
                tags: [botox]
                """, title: $"{DraftWords} draft", body: "Not yet. ![A nerve](../images/hidden.png)")
            .WriteArticle("news-of-june", published: "2030-06-01T09:00:00-07:00", title: "News of June")
            .WriteArticle("winter-hours", "expires: 2030-02-28", published: "2029-11-01", title: "Winter hours");
    }

    /// <summary>The text of <c>synonyms.yml</c> with another group of words of alarm.</summary>
    /// <param name="name">Which one.</param>
    /// <param name="group">The group.</param>
    public static string SynonymsWith(string name, string group) => string.Concat(Alarms.Select(alarm => alarm.Key == name ? group : alarm.Value));

    private static void WriteLists(EditedContent content) => content
        .Write("synonyms.yml", string.Concat(Alarms.Values))
        .Write("clinic.yml", $"""
            name: "The Sample Clinic"
            phone: "{Phone}"
            city: "Sampleton, California"
            urgent: "Sudden face droop: call 911 now."
            offLabel: "The FDA has not judged this use."
            """)
        .Write("categories.yml", """
            - slug: treatments
              title: "Treatments"
              summary: "What can be done."
            - slug: conditions
              title: "Conditions"
              summary: "What it is."
            """)
        .Write("tags.yml", """
            - slug: botox
              title: "Botox"
            - slug: synkinesis
              title: "Synkinesis"
              summary: "Unwanted movement."
            - slug: unused
              title: "Unused"
            """)
        .Write("home.yml", Home)
        .Write("checks.yml", "sources: false\n")
        .Write("addresses.txt", "/\n")
        .Write("people/ada-writer.md", """
            ---
            name: "Ada Writer"
            role: "Editor"
            ---

            Ada writes.
            """)
        .Write("people/rita-reviewer.md", """
            ---
            name: "Rita Reviewer"
            credentials: "MD"
            role: "Clinician"
            clinician: true
            ---

            Rita reviews.
            """);

    private static void WritePages(EditedContent content) => content
        .Write("pages/contact.md", """
            ---
            title: "How do I reach the clinic?"
            shortTitle: "Contact"
            summary: "Call the clinic."
            menu: main
            order: 20
            urgent: true
            ---

            Call {{phone}}.
            """)
        .Write("pages/first-visit.md", """
            ---
            title: "Your first visit"
            shortTitle: "First visit"
            summary: "What to bring."
            menu: main
            order: 10
            people: [rita-reviewer]
            ---

            Bring [this article](../articles/relaxing-tight-muscles.md).
            """)
        .Write("pages/privacy.md", """
            ---
            title: "Privacy"
            summary: "What the site keeps."
            menu: footer
            ---

            Nothing.
            """)
        .Write("pages/a-hidden-page.md", $"""
            ---
            title: "{DraftWords} page"
            summary: "Not yet."
            menu: main
            draft: true
            ---

            Not yet.
            """);

    private static void WriteFullArticle(EditedContent content) => content.WriteArticle("relaxing-tight-muscles", $"""
        updated: 2029-04-02
        tags: [botox, synkinesis]
        reviewer: rita-reviewer
        reviewed: 2029-03-28
        reviewDue: 2031-04-01
        aliases:
          - "{Alias}"
        inShort:
          - "The first short line."
          - "The second short line."
        urgent: true
        offLabel: true
        related: [what-is-synkinesis, a-hidden-draft]
        image: nerve.png
        imageAlt: "A drawing of the facial nerve"
        sources:
          - id: second-cited
            title: "The second source"
            publisher: "A publisher"
            year: 2020
            url: "https://example.org/second"
          - id: first-cited
            title: "The first source"
            url: "https://example.org/first"
        """, published: "2029-04-01", title: "Relaxing tight muscles", body: """
        It begins with a claim.[@first-cited] And another.[@second-cited]

        ## What happens?

        The first one again.[@first-cited] See [the exercises](exercises-at-home.md).

        ## How long? {#how-long}

        Some months.
        """);
}
