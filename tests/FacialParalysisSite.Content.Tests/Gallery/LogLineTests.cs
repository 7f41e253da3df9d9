using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Tests.Gallery;

/// <summary>The name of a patient's file may be that of the patient.</summary>
public sealed class LogLineTests
{
    [Theory]
    [InlineData("gallery/jane-public.md", "A message.")]
    [InlineData("Gallery/jane-public.md", "A message.")]
    [InlineData("gallery/jane-public/jane.txt", "A message.")]
    [InlineData("images/patients/jane-public.jpg", "A message.")]
    [InlineData("patients/jane-public.jpg", "A message.")]
    [InlineData("images/Patient/jane-public.jpg", "A message.")]
    [InlineData("articles/x.md", "There is no picture content/images/patients/jane-public.jpg.")]
    [InlineData("articles/x.md", "There is no picture content/images/patient/jane-public.jpg.")]
    public void ToLogLine_OfWhatMayNameAPatient_NamesCodeAndLineAlone(string file, string message)
    {
        var line = new ContentProblem(file, new Position(12, 5), ProblemCode.NoAuthorization, message, "Ask jane-public.").ToLogLine();

        Assert.Equal("content/gallery: error FP0601 in line 12. Run \"check\": it says where and how to mend it.", line);
    }

    [Fact]
    public void ToLogLine_OfAPictureWithABadName_DoesNotSayIt() =>
        Assert.DoesNotContain("Jane", new ContentProblem("images/gallery/Jane Public.jpg", Position.Start, ProblemCode.BadFileName, "A message.", "A hint.").ToLogLine(), StringComparison.Ordinal);

    [Theory]
    [InlineData("articles/x.md")]
    [InlineData("articles/for-patients.md")]
    [InlineData("pages/outpatients/x.md")]
    public void ToLogLine_OfAnyOtherFile_SaysAll(string file) =>
        Assert.Equal($"content/{file}(1,1): error FP0101: A message. A hint.",
            new ContentProblem(file, Position.Start, ProblemCode.NoFrontMatter, "A message.", "A hint.").ToLogLine());
}
