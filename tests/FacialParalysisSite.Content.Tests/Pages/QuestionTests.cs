using FacialParalysisSite.Content.Tests.Markdown;

namespace FacialParalysisSite.Content.Tests.Pages;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("## Is it safe?\n\nMostly.\n\n### When to call 911\n\nIf you cannot swallow.", "Is it safe? = Mostly. When to call 911. If you cannot swallow.")]
    [InlineData("## A?\n\nOne.\n\n### Part\n\nTwo.\n\n## Other\n\nThree.", "A? = One. Part. Two.")]
    [InlineData("## A?\n\nOne.\n\n### B?\n\nTwo.\n\n### Part\n\nThree.", "A? = One.", "B? = Two.")]
    [InlineData("## Surgery?\n\n### Does it hurt?\n\nNo.\n\n## When?\n\nSoon.", "Does it hurt? = No.", "When? = Soon.")]
    [InlineData("## Only parts?\n\n### One\n\n### Two\n\n## When?\n\nSoon.", "When? = Soon.")]
    [InlineData("## What helps?\n\nThese do:\n\n- rest\n- drops *and* tape\n- “sleep.”\n\nAsk us", "What helps? = These do: rest. drops and tape. “sleep.” Ask us.")]
    [InlineData("## What is it called?\n\nBefore.\n\nPtosis\n: A low lid\n\nLagophthalmos\n: An open lid.\n\nAfter.", "What is it called? = Before. Ptosis. A low lid. Lagophthalmos. An open lid. After.")]
    [InlineData("## Whom do I call?\n\n> [!URGENT]\n> Call {{phone}}[@a]!", "Whom do I call? = Call (310) 555-0100!")]
    [InlineData("Words.\n\n## No question\n\nWords.")]
    public void Questions_OfAText_HaveAllThatStandsBelowThemOnce(string text, params string[] questions) =>
        Assert.Equal(questions, TestBody.Read(text, "a").Body!.Questions(TestBody.Clinic).Select(question => $"{question.Text} = {question.Answer}"));

    [Fact]
    public void Questions_BelowOtherHeadings_KnowTheirSubjectsAndNames()
    {
        var questions = TestBody.Read("## Botox\n\n### Is it safe?\n\nMostly.\n\n#### Risks\n\nFew.\n\n### How long? {#time}\n\nMonths.\n\n## When?\n\nSoon.\n\n#### Where?\n\nHere.").Body!.Questions(TestBody.Clinic);

        Assert.Equal(["is-it-safe of Botox", "time of Botox", "when of ", "where of When?"], questions.Select(question => $"{question.Id} of {question.Subject}"));
    }

    [Theory]
    [InlineData("## Why?\n\n{{replyTime}}", true)]
    [InlineData("## Why?\n\nBecause.", true)]
    [InlineData("## Why?\n\n### Because\n\n## So\n\nWords.", false)]
    [InlineData("## Why?", false)]
    public void HasQuestions_OfAText_IsTrueWhereOneIsAnswered(string text, bool has) => Assert.Equal(has, TestBody.Read(text).Body!.HasQuestions());
}
