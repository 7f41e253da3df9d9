using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Addresses;

/// <summary>The file <c>addresses.txt</c>, beside what is published now.</summary>
public sealed class AddressList
{
    /// <summary>The name of the file in the content folder.</summary>
    public const string FileName = AddressFile.Name;

    private readonly string _root;
    private readonly IReadOnlyList<string> _published;

    internal AddressList(string root, ParsedFile? file, IEnumerable<string> published)
    {
        var list = file as ParsedAddresses;
        _root = root;
        _published = published.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        CanBeAddedTo = list is not null || file is null;
        Unlisted = MissingIn(list);
    }

    /// <summary>Whether it can be read, or made where there is none: what cannot be read must not be written over.</summary>
    public bool CanBeAddedTo { get; }

    /// <summary>The published addresses that it does not have yet, in order.</summary>
    public IReadOnlyList<string> Unlisted { get; }

    /// <summary>Adds what is not listed to the file as it is at this moment, and takes nothing away.</summary>
    /// <returns>How many addresses were added.</returns>
    /// <exception cref="InvalidOperationException">The file cannot be read.</exception>
    /// <exception cref="IOException">It cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; it is as it was.</exception>
    public int AddUnlisted()
    {
        if (!CanBeAddedTo)
        {
            throw new InvalidOperationException("The list cannot be read.");
        }

        var path = Path.Combine(_root, AddressFile.Name);
        var now = File.Exists(path) ? ReadAgain(path) : null;
        var missing = MissingIn(now);
        if (missing.Count > 0)
        {
            // A link is followed, because what is written takes the place of what has the name.
            AtomicFile.Write(now is null ? path : ContentFolder.RealPath(path), AddressFile.Insert(now?.Text ?? "", missing));
        }

        return missing.Count;
    }

    /// <summary>Somebody may have edited it since the content was looked at.</summary>
    private ParsedAddresses ReadAgain(string path)
    {
        var file = new FileInfo(path);
        var problems = new FileProblems(AddressFile.Name);
        var read = new ContentFolder(_root).Read(new FileStamp(AddressFile.Name, file.Length, file.LastWriteTimeUtc, LeadsOutside: false), problems);
        return read is null ? throw new IOException($"{path} was changed at this moment and cannot be read.") : AddressFile.Parse(read, problems);
    }

    private List<string> MissingIn(ParsedAddresses? list)
    {
        var listed = (list?.Addresses ?? []).Select(address => address.Value).ToHashSet(StringComparer.Ordinal);
        return _published.Where(address => !listed.Contains(address)).ToList();
    }
}
