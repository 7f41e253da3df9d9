using FacialParalysisSite.Content.Files;
using FsCheck;
using FsCheck.Fluent;

namespace FacialParalysisSite.Content.Tests.Files;

public sealed class SlugTests
{
    [Theory]
    [InlineData("What is synkinesis?", "what-is-synkinesis")]
    [InlineData("Bell’s palsy & Botox", "bells-palsy-botox")]
    [InlineData("Café Ünlü", "cafe-unlu")]
    [InlineData("  --A--  ", "a")]
    [InlineData("日本", "section")]
    [InlineData("a \ud800 b\ufffe", "a-b")]
    public void From_Words_MakesAnAddress(string words, string slug) => Assert.Equal(slug, Slug.From(words, whenEmpty: "section"));

    [Fact]
    public void From_AnyWords_IsAlwaysValid() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<string>(words => Slug.IsValid(Slug.From(words ?? "", whenEmpty: "section"))));

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("A")]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("é")]
    [InlineData("a\n")]
    public void IsValid_WhatCannotStandInAnAddress_IsFalse(string text) => Assert.False(Slug.IsValid(text));

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void IsValid_ByLength_EndsAtOneHundred(int length, bool valid) => Assert.Equal(valid, Slug.IsValid(new string('a', length)));
}
