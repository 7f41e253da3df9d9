namespace FacialParalysisSite.Web.Caching;

/// <summary>How the bytes of an answer are packed (RFC 9110, section 8.4.1).</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}
