using FacialParalysisSite.Consultations.Requests;

namespace FacialParalysisSite.Consultations.Tests.Requests;

public sealed class ReferenceTests
{
    [Fact]
    public void New_AThousandTimes_IsReadableAndNeverTheSame()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => Reference.New().Code).ToList();

        Assert.All(codes, code => Assert.Matches("^FP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", code));
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("FP-4KX7-9M2R", "FP-4KX7-9M2R")]
    [InlineData("fp 4kx7 9m2r", "FP-4KX7-9M2R")]
    [InlineData("FP4KX79M2R", "FP-4KX7-9M2R")]
    [InlineData("FP-OIL0-0000", "FP-0110-0000")]
    public void Parse_WhatPeopleType_FindsTheCode(string typed, string code) =>
        Assert.Equal(code, Reference.Parse(typed)?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FP-4KX7-9M2")]
    [InlineData("FP-4KX7-9M2RR")]
    [InlineData("XX-4KX7-9M2R")]
    [InlineData("FP-4KX7-9M2U")]
    [InlineData("FP-4KX7-<b>1")]
    [InlineData("FP-4KX7-9M2R\u0000")]
    public void Parse_AnythingElse_IsNothing(string? typed) =>
        Assert.Null(Reference.Parse(typed));

    [Fact]
    public void Parse_AVeryLongText_IsNothing() =>
        Assert.Null(Reference.Parse("FP-4KX7-9M2R" + new string('-', 1_000_000)));
}
