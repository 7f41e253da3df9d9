using System.Buffers.Binary;

namespace FacialParalysisSite.Content.Pictures.Reading;

/// <summary>Goes from box to box, after ISO/IEC 14496-12, section 4.2.</summary>
/// <param name="bytes">Boxes, one behind the other.</param>
internal ref struct BoxReader(ReadOnlySpan<byte> bytes)
{
    private const int ShortHead = 8;

    private const int LongHead = 16;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether, now that there is no next one, the last box ended where the bytes do.</summary>
    public readonly bool IsWhole => _rest.IsEmpty;

    /// <summary>Takes the next box; false where there is none that is whole.</summary>
    public bool Next(out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data)
    {
        type = [];
        data = [];
        if (_rest.Length < ShortHead)
        {
            return false;
        }

        long length = BinaryPrimitives.ReadUInt32BigEndian(_rest);
        var head = ShortHead;
        if (length == 1 && _rest.Length >= LongHead)
        {
            (length, head) = ((long)Math.Min(long.MaxValue, BinaryPrimitives.ReadUInt64BigEndian(_rest[8..])), LongHead);
        }
        else if (length == 0)
        {
            // It goes on to the end.
            length = _rest.Length;
        }

        if (length < head || length > _rest.Length)
        {
            return false;
        }

        type = _rest[4..8];
        data = _rest[head..(int)length];
        _rest = _rest[(int)length..];
        return true;
    }
}
