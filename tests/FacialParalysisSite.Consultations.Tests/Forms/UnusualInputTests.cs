using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Requests;

namespace FacialParalysisSite.Consultations.Tests.Forms;

/// <summary>What real people have that forms refuse.</summary>
public sealed class UnusualInputTests
{
    [Theory]
    [InlineData("O'Brien")]
    [InlineData("李")]
    [InlineData("Nguyễn Thị Minh Khai")]
    [InlineData("Sukarno")]
    [InlineData("María-José Carreño Quiñones")]
    [InlineData("D’Angelo, Jr.")]
    [InlineData("محمد بن سلمان")]
    [InlineData("אסתר המלכה")]
    [InlineData("Владимир")]
    [InlineData("ข้าวหอม")]
    [InlineData("X Æ A-12")]
    [InlineData("Null")]
    [InlineData("Jean-François d'Été")]
    [InlineData("Ng")]
    [InlineData("नरेंद्र\u200dमोदी")]
    [InlineData("👩‍👧 Ada")]
    public void Validate_NamesAsPeopleHaveThem_AreAcceptedAndKept(string name) =>
        AssertKept(form => form.Name = name, request => request.Name, name);

    [Theory]
    [InlineData("+44 20 7946 0000")]
    [InlineData("+1-310-555-0123")]
    [InlineData("310.555.0123")]
    [InlineData("3105550123")]
    [InlineData("(310) 555-0123 ext. 45")]
    [InlineData("+49 (0)30 123456-0")]
    [InlineData("+81 3‑1234‑5678")]
    [InlineData("+972 50 123 4567")]
    [InlineData("06 12 34 56 78")]
    [InlineData("+290 2345")]
    [InlineData("٠٥٠١٢٣٤٥٦٧")]
    [InlineData("310 555 0123, 45#")]
    public void Validate_NumbersOfAnyCountry_AreAcceptedAndKept(string phone) =>
        AssertKept(form => form.Phone = phone, request => request.Phone, phone);

    [Theory]
    [InlineData("a@example.org")]
    [InlineData("first.last+tag@sub.example.co.uk")]
    [InlineData("用户@例子.广告")]
    [InlineData("josé@correo.example")]
    [InlineData("o'brien@example.org")]
    [InlineData("x_y-z@example-site.org")]
    [InlineData("UPPER@EXAMPLE.ORG")]
    [InlineData("1234567890@example.org")]
    [InlineData("user@xn--bcher-kva.example")]
    public void Validate_AddressesOfAnyScript_AreAcceptedAndKept(string email) =>
        AssertKept(form => form.Email = email, request => request.Email, email);

    [Theory]
    [InlineData("I can’t close my eye 😢\n\nSince Monday.")]
    [InlineData("<b>It hurts</b> & 100% of it is \"numb\"")]
    [InlineData("عيني لا تغلق")]
    public void Validate_MessagesAsPeopleWriteThem_AreAcceptedAndKept(string message) =>
        AssertKept(form => form.Message = message, request => request.Message, message);

    /// <summary>It would take as much room as a hundred requests.</summary>
    [Fact]
    public void Validate_AMessageUnderAHeapOfAccents_IsTooLong()
    {
        var message = string.Concat(Enumerable.Repeat("a" + new string('\u0301', 14), ConsultationFormValidator.LongestMessage));

        Assert.Equal(["Your message must have 2000 characters or fewer"], new ConsultationFormValidator().Validate(TestForm.With(form => form.Message = message)).Errors.Select(fault => fault.ErrorMessage));
    }

    [Fact]
    public void Store_TheLongestMessageOfAnyScript_TakesNoMoreRoomThanItsLetters()
    {
        var message = string.Concat(Enumerable.Repeat("क्षि", ConsultationFormValidator.LongestMessage / 2));
        var form = TestForm.With(form => form.Message = message);
        Assert.Empty(new ConsultationFormValidator().Validate(form).Errors);

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(ConsultationRequest.From(form).ToJson()), 0, System.Text.Encoding.UTF8.GetByteCount(message) + 1000);
    }

    private static void AssertKept(Action<ConsultationForm> change, Func<ConsultationRequest, string?> read, string expected)
    {
        var form = TestForm.With(change);
        Assert.Empty(new ConsultationFormValidator().Validate(form).Errors);
        Assert.Equal(expected, read(ConsultationRequest.From(form)));
    }
}
