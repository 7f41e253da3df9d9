using System.Security.Cryptography;
using System.Text.Json;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace FacialParalysisSite.Consultations.Sealing;

/// <summary>
/// Turns what a person wrote into the text that the database keeps, and back. With a protector that text is encrypted, and
/// says so by how it begins; without one it is plain JSON. Both can be read side by side, because a site may be given a
/// certificate later.
/// </summary>
/// <param name="protector">Asked each time; gives null where the site has no certificate.</param>
internal sealed class PayloadSeal(Func<IDataProtector?> protector)
{
    /// <summary>What a text begins with that is encrypted. JSON never does.</summary>
    public const string Mark = "sealed:";

    /// <summary>What stands in place of a payload that was wiped.</summary>
    public const string Wiped = "";

    /// <summary>Another object whenever there are other keys; null where the site has no certificate.</summary>
    public object? Keys => protector();

    /// <summary>Whether what is written now is encrypted.</summary>
    public bool IsSealing => protector() is not null;

    /// <summary>The text to keep.</summary>
    /// <exception cref="IOException">The keys cannot be had, so that nothing may be stored.</exception>
    public string Close(ConsultationRequest request) => Close(request.ToJson());

    /// <summary>The text to keep in place of plain JSON.</summary>
    /// <exception cref="IOException">The keys cannot be had, so that nothing may be stored.</exception>
    public string Close(string json)
    {
        try
        {
            return protector() is { } seal ? Mark + seal.Protect(json) : json;
        }
        catch (CryptographicException fault)
        {
            throw new IOException("What was written cannot be sealed.", fault);
        }
    }

    /// <summary>What the person wrote; null where the text is damaged, its key is missing, or it was wiped.</summary>
    /// <exception cref="IOException">The database does not give the keys at the moment.</exception>
    public ConsultationRequest? Open(string stored)
    {
        try
        {
            return JsonOf(stored) is { } json ? ConsultationRequest.FromJson(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }

        // Where a key names a type that does not exist, the framework misses its file.
        catch (CryptographicException fault) when (fault.InnerException is { } inner && inner.IsOfStorage() && inner is not FileNotFoundException)
        {
            throw new IOException("The keys that open what was written cannot be read.", fault);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string? JsonOf(string stored) =>
        stored.StartsWith(Mark, StringComparison.Ordinal) ? protector()?.Unprotect(stored[Mark.Length..]) : stored;
}
