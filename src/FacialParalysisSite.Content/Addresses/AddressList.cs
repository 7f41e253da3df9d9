using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Parsing;

namespace FacialParalysisSite.Content.Addresses;

/// <summary>The file <c>addresses.txt</c>, beside what is published now.</summary>
public sealed class AddressList
{
    /// <summary>The name of the file in the content folder.</summary>
    public const string FileName = AddressFile.Name;

    private readonly string _path;
    private readonly string _text;

    internal AddressList(string root, ParsedFile? file, IEnumerable<string> published)
    {
        var list = file as ParsedAddresses;
        _path = Path.Combine(root, AddressFile.Name);
        _text = list?.Text ?? "";
        Exists = file is not null;
        CanBeAddedTo = list is not null || file is null;
        var listed = (list?.Addresses ?? []).Select(address => address.Value).ToHashSet(StringComparer.Ordinal);
        Unlisted = published.Where(address => !listed.Contains(address)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>Whether there is such a file, be it one that cannot be read.</summary>
    public bool Exists { get; }

    /// <summary>Whether it can be read, or made where there is none: what cannot be read must not be written over.</summary>
    public bool CanBeAddedTo { get; }

    /// <summary>The published addresses that it does not have yet, in order.</summary>
    public IReadOnlyList<string> Unlisted { get; }

    /// <summary>Adds what is not listed yet to the file and takes nothing away.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be read.</exception>
    /// <exception cref="IOException">It cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; it is as it was.</exception>
    public void AddUnlisted()
    {
        if (!CanBeAddedTo)
        {
            throw new InvalidOperationException("The list cannot be read.");
        }

        if (Unlisted.Count > 0)
        {
            AtomicFile.Write(_path, AddressFile.Insert(_text, Unlisted));
        }
    }
}
