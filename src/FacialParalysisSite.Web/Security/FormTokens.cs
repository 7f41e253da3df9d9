using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;

namespace FacialParalysisSite.Web.Security;

/// <summary>
/// The tokens that show that a form was opened on this site. Asked by the page itself and not by the framework before
/// it, because a form whose token is missing or out of date is shown again with everything typed.
/// </summary>
internal sealed class FormTokens(IAntiforgery antiforgery, ILogger<FormTokens> log)
{
    /// <summary>Whether the form that was sent has a token of this site and this browser.</summary>
    public Task<bool> AreValidAsync(HttpContext context) => antiforgery.IsRequestValidAsync(context);

    /// <summary>Makes a token for a form, and the cookie that goes with it.</summary>
    /// <returns>The name and value of a hidden field; null where the keys cannot be read or written.</returns>
    public FormToken? Issue(HttpContext context)
    {
        try
        {
            var tokens = antiforgery.GetAndStoreTokens(context);
            return new FormToken(tokens.FormFieldName, tokens.RequestToken!);
        }
        catch (CryptographicException fault)
        {
            log.LogError(fault, "A form cannot be protected, because its keys cannot be had from the database");
            return null;
        }
    }
}

/// <summary>A hidden field of a form.</summary>
internal sealed record FormToken(string Field, string Value);
