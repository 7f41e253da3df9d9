namespace FacialParalysisSite.Web.Tests.Hosting;

/// <summary>An empty folder that is deleted after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const int MostTries = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public string Path { get; } = Directory.CreateTempSubdirectory("fp-web-tests-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Tries again for a while: a site that has stopped may still end a look at its database, which puts a file there.</summary>
    public void Dispose()
    {
        for (var tries = 1; Directory.Exists(Path); tries++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (tries < MostTries)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
