namespace FacialParalysisSite.Content.Tests.Problems;

/// <summary>Marks a test that makes a problem no text file can hold: bytes, sizes, links.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAttribute(string code) : Attribute
{
    public string Code => code;
}
