namespace FacialParalysisSite.Content.Gallery;

/// <summary>What the pictures of a case show.</summary>
public enum CaseKind
{
    /// <summary>Drawings of nobody: they need no permission.</summary>
    Illustration,

    /// <summary>A person who was treated: nothing of it is shown without a permission that holds.</summary>
    Patient,
}
