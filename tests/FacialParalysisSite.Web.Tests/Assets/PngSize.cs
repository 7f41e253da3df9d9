using System.Buffers.Binary;
using FacialParalysisSite.Web.Tests.Hosting;

namespace FacialParalysisSite.Web.Tests.Assets;

/// <summary>How large a picture is.</summary>
internal static class PngSize
{
    /// <summary>Width and height stand in the first chunk of a PNG.</summary>
    public static (int Width, int Height) Of(Answer answer)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], answer.Bytes[..4]);
        return (BinaryPrimitives.ReadInt32BigEndian(answer.Bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(answer.Bytes.AsSpan(20)));
    }
}
