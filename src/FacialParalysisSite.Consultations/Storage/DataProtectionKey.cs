namespace FacialParalysisSite.Consultations.Storage;

/// <summary>A key that protects form tokens, kept here so that a form opened before a restart still works after it.</summary>
internal sealed class DataProtectionKey
{
    public int Id { get; init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
