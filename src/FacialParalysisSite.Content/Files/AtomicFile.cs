using System.Text;

namespace FacialParalysisSite.Content.Files;

/// <summary>Writes a file so that whoever reads it, at whatever moment the program is killed, finds it whole: old or new.</summary>
internal static class AtomicFile
{
    /// <summary>Such names are passed over where the content folder is listed.</summary>
    private const string Beginning = ".writing-";

    private const string Ending = ".tmp";

    /// <summary>Puts a text in the place of what is there, on the disk before this returns. A file keeps its permissions.</summary>
    /// <exception cref="IOException">It cannot be written; what was there is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what was there is still there.</exception>
    public static void Write(string path, string text)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $"{Beginning}{Guid.NewGuid():N}{Ending}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                KeepPermissions(path, stream);
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);

            // Nobody knows the temporary file.
            var message = fault.Message.Replace(temporary, path, StringComparison.Ordinal);
            throw fault is IOException ? new IOException(message, fault) : new UnauthorizedAccessException(message, fault);
        }
    }

    private static void KeepPermissions(string path, FileStream written)
    {
        if (!OperatingSystem.IsWindows() && new FileInfo(path) is { Exists: true, LinkTarget: null } before)
        {
            File.SetUnixFileMode(written.SafeFileHandle, before.UnixFileMode);
        }
    }

    /// <summary>Deletes what a program that was killed while it wrote has left in a folder.</summary>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read or written.</exception>
    public static void DeleteLeftovers(string folder)
    {
        foreach (var leftover in Directory.EnumerateFiles(folder, Beginning + "*" + Ending))
        {
            File.Delete(leftover);
        }
    }
}
