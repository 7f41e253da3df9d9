namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>One after the other: each of these tests keeps a machine busy.</summary>
[CollectionDefinition(Name)]
public sealed class FaultCollection
{
    public const string Name = "Faults";
}
