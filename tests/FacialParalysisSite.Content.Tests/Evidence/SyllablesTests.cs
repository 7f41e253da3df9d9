using FacialParalysisSite.Content.Evidence;

namespace FacialParalysisSite.Content.Tests.Evidence;

/// <summary>The counts are those of the CMU Pronouncing Dictionary.</summary>
public sealed class SyllablesTests
{
    [Theory]
    [InlineData(1, "the", "face", "time", "times", "named", "while", "eye", "weak", "nerve", "moved", "one")]
    [InlineData(2, "doctor", "table", "tables", "wanted", "boxes", "muscle", "muscles", "lately", "guideline", "sometimes", "being", "doing", "patient", "special", "nation", "union")]
    [InlineData(3, "area", "idea", "media", "radio", "beautiful", "medicine", "clinician", "physician", "usual", "serious", "surgery")]
    [InlineData(4, "paralysis", "society", "material", "synkinesis", "variation", "anxiety")]
    [InlineData(5, "university", "rehabilitate")]
    public void In_AWord_IsAsItIsSpoken(int syllables, params string[] words) =>
        Assert.Equal(Right(words, syllables), words.Select(word => $"{word} {Syllables.In(word)}"));

    [Theory]
    [InlineData("Bell’s", 1)]
    [InlineData("nurse's", 1)]
    [InlineData("off-label", 3)]
    [InlineData("2013", 1)]
    [InlineData("FDA", 3)]
    [InlineData("A", 1)]
    [InlineData("HIPAA", 5)]
    public void In_WhatIsNotAPlainWord_IsCountedAsItIsRead(string word, int syllables) => Assert.Equal(syllables, Syllables.In(word));

    private static IEnumerable<string> Right(string[] words, int syllables) => words.Select(word => $"{word} {syllables}");
}
