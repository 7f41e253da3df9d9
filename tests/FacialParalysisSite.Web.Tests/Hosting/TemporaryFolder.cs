namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>An empty folder that is deleted after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("fp-web-tests-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A test fails for what it claims, not for a leftover among the machine's temporary files.
        }
    }
}
