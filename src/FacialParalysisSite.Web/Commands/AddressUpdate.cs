using FacialParalysisSite.Content.Addresses;
using FacialParalysisSite.Content.Library;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>check --update-addresses</c>: adds to <c>addresses.txt</c> what is published now.</summary>
internal static class AddressUpdate
{
    /// <summary>Adds what is not listed yet, says how much that was, and takes the new list over.</summary>
    /// <param name="library">The content.</param>
    /// <param name="output">Where it is told what was done.</param>
    /// <param name="error">Where it is told why nothing could be.</param>
    /// <returns>Whether it could be written.</returns>
    public static bool Run(ContentLibrary library, TextWriter output, TextWriter error)
    {
        var addresses = library.Addresses();
        if (!addresses.CanBeAddedTo)
        {
            error.WriteLine("No address was added to addresses.txt: what is in it cannot be read.");
            return false;
        }

        int added;
        try
        {
            added = addresses.AddUnlisted();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"No address was added to addresses.txt, because it cannot be written: {fault.Message}");
            return false;
        }

        output.WriteLine(added switch
        {
            0 => "No address was added to addresses.txt: it has them all.",
            1 => "1 address was added to addresses.txt.",
            _ => $"{added} addresses were added to addresses.txt.",
        });
        library.Reload(new HashSet<string>([AddressList.FileName], StringComparer.Ordinal));
        return true;
    }

    /// <summary>What is left to do for the list; null where nothing is. It is no problem: an address that is new is not lost yet.</summary>
    public static string? Advice(AddressList addresses) => addresses switch
    {
        { CanBeAddedTo: false } or { Unlisted.Count: 0 } => null,
        { Unlisted.Count: 1 } => "1 address is not listed yet: run check --update-addresses",
        _ => $"{addresses.Unlisted.Count} addresses are not listed yet: run check --update-addresses",
    };
}
