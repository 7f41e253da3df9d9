using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Sealing;
using FacialParalysisSite.Consultations.Tests.Forms;
using Microsoft.AspNetCore.DataProtection;

namespace FacialParalysisSite.Consultations.Tests.Sealing;

public sealed class PayloadSealTests
{
    private static readonly ConsultationRequest Request = ConsultationRequest.From(TestForm.With(form => form.Message = "Zq7Planted"));

    [Fact]
    public void Close_WithKeys_HidesWhatWasWrittenAndOpensAgain()
    {
        var seal = TestSeal.With(new EphemeralDataProtectionProvider());

        var stored = seal.Close(Request);

        Assert.StartsWith(PayloadSeal.Mark, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7Planted", stored, StringComparison.Ordinal);
        Assert.Equal(Request, seal.Open(stored));
    }

    [Fact]
    public void Close_WithoutKeys_IsPlainAndCanBeOpenedOnceThereAreKeys()
    {
        var stored = new PayloadSeal(() => null).Close(Request);

        Assert.Equal(Request.ToJson(), stored);
        Assert.Equal(Request, TestSeal.With(new EphemeralDataProtectionProvider()).Open(stored));
    }

    [Fact]
    public void Open_WithoutTheKey_IsNothing()
    {
        var stored = TestSeal.With(new EphemeralDataProtectionProvider()).Close(Request);

        Assert.Null(TestSeal.With(new EphemeralDataProtectionProvider()).Open(stored));
        Assert.Null(new PayloadSeal(() => null).Open(stored));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"Email\":\"a@example.org\"}")]
    [InlineData("sealed:")]
    [InlineData("sealed:no base64 !")]
    [InlineData("sealed:AAAA")]
    public void Open_ADamagedText_IsNothing(string stored) =>
        Assert.Null(TestSeal.With(new EphemeralDataProtectionProvider()).Open(stored));
}
