namespace FacialParalysisSite.Consultations.Storage;

/// <summary>
/// A key, kept here so that a form opened before a restart still works after it, and so that a backup has what opens its
/// payloads. None is ever deleted: something may still need it.
/// </summary>
internal sealed class DataProtectionKey
{
    public int Id { get; init; }

    /// <summary>What it protects.</summary>
    public KeyRing Ring { get; init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}

/// <summary>Keys that know nothing of those of another ring.</summary>
internal enum KeyRing
{
    FormTokens,

    /// <summary>What people wrote. These are themselves encrypted, with the site's certificate.</summary>
    Payloads,
}
