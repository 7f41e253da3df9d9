using FacialParalysisSite.Consultations.Storage;

namespace FacialParalysisSite.Web.Commands;

/// <summary>A new file for its owner alone that is there only once all of it is.</summary>
internal static class WholeFile
{
    /// <summary>Writes it beside its place and moves it there. Whatever goes wrong, nothing of it is left.</summary>
    /// <param name="path">Its place, which is free.</param>
    /// <param name="write">Writes what it has.</param>
    /// <exception cref="IOException">The disk is full, or the file is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public static async Task WriteAsync(string path, Func<TextWriter, Task> write)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.unfinished";
        try
        {
            await using (var file = PrivateFiles.Create(unfinished))
            {
                await using var writer = new StreamWriter(file, leaveOpen: true);
                await write(writer);
                await writer.FlushAsync();

                // Some file systems say only now that there was no room.
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
