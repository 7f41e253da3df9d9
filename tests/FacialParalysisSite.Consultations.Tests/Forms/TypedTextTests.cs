using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Requests;

namespace FacialParalysisSite.Consultations.Tests.Forms;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("\u202d(310) 555-0123\u202c", "(310) 555-0123")]
    [InlineData("\u200e+1\u2009310\t555\u00a00123 ", "+1 310 555 0123")]
    [InlineData("（０３）１２３４－５６７８", "（０３）１２３４－５６７８")]
    [InlineData("+1 310 555 0123 pls call after 5", "+1 310 555 0123 pls call after 5")]
    [InlineData("Tel.: 310·555·0123 доб. 12", "Tel.: 310·555·0123 доб. 12")]
    public void Accept_APhoneNumberAsItIsCopied_IsKeptWithoutWhatNobodySees(string typed, string kept)
    {
        var form = TestForm.With(form => form.Phone = typed);

        Assert.Empty(new ConsultationFormValidator().Validate(form).Errors);
        Assert.Equal(kept, ConsultationRequest.From(form).Phone);
    }

    [Fact]
    public void Accept_AnEmailAddressWithHiddenMarks_IsKeptWithoutThem()
    {
        var form = TestForm.With(form => form.Email = "\u200eann@example.com\u202c");

        Assert.Empty(new ConsultationFormValidator().Validate(form).Errors);
        Assert.Equal("ann@example.com", ConsultationRequest.From(form).Email);
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u00ad \u3164")]
    [InlineData("Ann\u2028Phone: 1")]
    public void Validate_ANameThatShowsNothingOrHasLines_IsAFault(string name) =>
        Assert.Contains(new ConsultationFormValidator().Validate(TestForm.With(form => form.Name = name)).Errors, fault => fault.PropertyName == nameof(ConsultationForm.Name));

    [Fact]
    public void Validate_AMessageOfTwoThousandEmoji_IsNotTooLong()
    {
        var longest = string.Concat(Enumerable.Repeat("👩‍⚕️", ConsultationFormValidator.LongestMessage));

        Assert.Empty(new ConsultationFormValidator().Validate(TestForm.With(form => form.Message = longest)).Errors);
        Assert.NotEmpty(new ConsultationFormValidator().Validate(TestForm.With(form => form.Message = longest + "x")).Errors);
    }
}
