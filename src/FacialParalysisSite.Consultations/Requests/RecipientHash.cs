using System.Security.Cryptography;
using System.Text;

namespace FacialParalysisSite.Consultations.Requests;

/// <summary>
/// Tells whether two receipts go to one address, without keeping the address. The key is in memory alone: a plain hash of
/// an address can be guessed, this one cannot, not even by whoever has the disk. After a restart an address may get one
/// more receipt within the day.
/// </summary>
internal static class RecipientHash
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    public static string Of(string email) => Convert.ToHexString(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(email.ToLowerInvariant())));
}
