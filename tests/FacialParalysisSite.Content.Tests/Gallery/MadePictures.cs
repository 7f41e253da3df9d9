using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Content.Tests.Gallery;

/// <summary>A folder of made pictures, which outlives the libraries that use it.</summary>
internal sealed class MadePictures : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pictures-");

    /// <summary>What is remembered of patients' pictures.</summary>
    public string Keys => Path.Combine(_folder.FullName, "patients.keys");

    /// <summary>A library as of a start with it.</summary>
    public ContentLibrary Load(TestContent content)
    {
        var library = new ContentLibrary(content.Settings() with { Pictures = _folder.FullName }, content.Time);
        library.Reload();
        return library;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
