namespace FacialParalysisSite.Content.Search;

/// <summary>A page that is no file of the content and is to be found all the same, in words that staff write.</summary>
/// <param name="Address">One of <see cref="Addresses"/>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Summary">What it is for.</param>
/// <param name="Words">What people call it.</param>
internal sealed record SearchPlace(string Address, string Title, string Summary, IReadOnlyList<string> Words)
{
    /// <summary>The pages of the site itself, without the search.</summary>
    public static IReadOnlyList<string> Addresses { get; } = SiteAddresses.Fixed.Where(address => address != SiteAddresses.Search).ToList();

    /// <summary>Whether another is found by the same words.</summary>
    public bool Equals(SearchPlace? other) => other is not null && (Address, Title, Summary) == (other.Address, other.Title, other.Summary) && Words.SequenceEqual(other.Words, StringComparer.Ordinal);

    public override int GetHashCode() => Address.GetHashCode(StringComparison.Ordinal);
}
