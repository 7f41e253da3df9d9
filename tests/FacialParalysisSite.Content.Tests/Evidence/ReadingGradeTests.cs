using System.Collections.Frozen;
using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Tests.Evidence;

public sealed class ReadingGradeTests
{
    [Fact]
    public void Of_OneSentence_FollowsTheFormulaOfKincaid()
    {
        // Six words, six syllables, one sentence: 0.39 × 6 + 11.8 × 1 − 15.59.
        var grade = Grade("The cat sat on the mat.");

        Assert.Equal(-1.45, grade.FleschKincaid, precision: 2);
        Assert.Null(grade.Smog);
        Assert.Equal(grade.FleschKincaid, grade.Highest);
    }

    [Fact]
    public void Of_ThirtySentences_FollowsTheFormulaOfMcLaughlin()
    {
        // Nine words of three syllables in thirty sentences: 3.1291 + 1.0430 × √9.
        var grade = Grade(string.Concat(Enumerable.Repeat("A cat sat. ", 21).Concat(Enumerable.Repeat("An elephant sat. ", 9))));

        Assert.Equal(6.26, grade.Smog!.Value, precision: 2);
        Assert.Equal(grade.Smog, grade.Highest);
    }

    [Theory]
    [InlineData("Synkinesis is here.", "synkinesis")]
    [InlineData("Specialists are here.", "specialist")]
    [InlineData("Azizzadeh’s here.", "azizzadeh")]
    public void Of_AWordThatStays_CountsItAsEasy(string text, string word) =>
        Assert.True(Grade(text, word).FleschKincaid < Grade(text).FleschKincaid - 3);

    [Fact]
    public void Of_NoWords_IsNothing() => Assert.Null(ReadingGrade.Of([], []));

    private static ReadingGrade Grade(string text, params string[] wordsThatStay) =>
        ReadingGrade.Of(Sentence.In(Passage.OfField(new Located<string>(text, Position.Start))).ToList(), wordsThatStay.ToFrozenSet())!.Value;
}
