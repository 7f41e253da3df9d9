using FacialParalysisSite.Content.ClinicFacts;

namespace FacialParalysisSite.Content.Tests.ClinicFacts;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("(310) 657-2203", "tel:+13106572203")]
    [InlineData("1-310-657-2203", "tel:+13106572203")]
    [InlineData("+44 20 7946 0000", "tel:+442079460000")]
    public void Parse_ANumber_CanBeDialled(string text, string link) => Assert.Equal(link, Phone.Parse(text)?.Link);

    [Theory]
    [InlineData("")]
    [InlineData("657-2203")]
    [InlineData("2-310-657-2203")]
    [InlineData("310-CALL-NOW")]
    [InlineData("+1234567890123456")]
    [InlineData("(310) 657-2203;ext=1")]
    public void Parse_AnythingElse_IsNoNumber(string text) => Assert.Null(Phone.Parse(text));
}
