using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Library;

/// <summary>A library of the repository's own content.</summary>
internal static class TestLibrary
{
    public static ContentLibrary Real()
    {
        var library = new ContentLibrary(new ContentSettings(RealContent.Root, TestContent.ClinicTime, RequireReview: false, ShowDrafts: false), TimeProvider.System);
        library.Reload();
        return library;
    }
}
