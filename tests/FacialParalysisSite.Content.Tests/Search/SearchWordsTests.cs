using FacialParalysisSite.Content.Search;

namespace FacialParalysisSite.Content.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  Two,  WORDS! ", "two words")]
    [InlineData("Bell’s bell's", "bells bells")]
    [InlineData("Möbius Mo\u0308bius CAFÉ", "mobius mobius cafe")]
    [InlineData("House-Brackmann 4/6", "house brackmann 4 6")]
    [InlineData("a\0b\uD83Dc", "a b c")]
    [InlineData("ｆａｃｅ ﬁller pal\u00ADsy", "face filler palsy")]
    [InlineData("face\u200Bnumb", "face numb")]
    [InlineData("😀 שלום", "שלום")]
    public void Fold_AText_HasItsPlainWords(string text, string folded) => Assert.Equal(folded, SearchWords.Fold(text));
}
