using FacialParalysisSite.Content.Evidence;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Tests.Evidence;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("One. Two! Three? Four", "One.|Two!|Three?|Four")]
    [InlineData("Dr. Ada asks. She waits.", "Dr. Ada asks.|She waits.")]
    [InlineData("In the U.S. It rains.", "In the U.S. It rains.")]
    [InlineData("Is it? No. It is grade I. Then go.", "Is it?|No.|It is grade I.|Then go.")]
    [InlineData("By A. Smith. It is 3.5 cm.", "By A. Smith.|It is 3.5 cm.")]
    [InlineData("She said: “Come.” “Now?” He came.", "She said: “Come.”|“Now?”|He came.")]
    [InlineData("(See there.) Then go.", "(See there.)|Then go.")]
    [InlineData("It took 3 weeks. 12 people came.", "It took 3 weeks.|12 people came.")]
    [InlineData("Wait... what?", "Wait... what?")]
    public void In_APassage_EndsWhereAReaderWouldStop(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', Sentence.In(Field(text)).Select(sentence => sentence.Text)));

    [Fact]
    public void In_APassage_KnowsWhereEachStands() =>
        Assert.Equal([new Position(7, 3), new Position(7, 8)], Sentence.In(new Passage(PassageKind.Prose, "One. Two.", IsCited: false, [new PassageRun(0, new Position(7, 3))])).Select(sentence => sentence.At));

    [Fact]
    public void Words_OfASentence_HoldTogetherWhatBelongsTogether() =>
        Assert.Equal(["Bell’s", "palsy", "is", "off-label", "in", "3.5", "of", "1,000"], Assert.Single(Sentence.In(Field("Bell’s palsy is off-label in 3.5 of 1,000."))).Words);

    private static Passage Field(string text) => Passage.OfField(new Located<string>(text, new Position(7, 3)));
}
