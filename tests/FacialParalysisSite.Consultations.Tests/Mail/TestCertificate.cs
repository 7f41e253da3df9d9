using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>Certificates for the peer.</summary>
internal static class TestCertificate
{
    /// <summary>For localhost; nobody has signed it, so nobody trusts it.</summary>
    public static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = Request("localhost", key);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return Usable(made);
    }

    /// <summary>Signed by another.</summary>
    /// <param name="issuer">Whose private key signs it; valid for longer.</param>
    /// <param name="host">The name it is for.</param>
    /// <param name="until">The end of its validity; it began an hour before now or, if that is over, before its end.</param>
    public static X509Certificate2 Make(X509Certificate2 issuer, string host, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var from = DateTimeOffset.UtcNow < until ? DateTimeOffset.UtcNow.AddHours(-1) : until.AddHours(-1);
        using var bare = Request(host, key).Create(issuer, from, until, RandomNumberGenerator.GetBytes(8));
        using var made = bare.CopyWithPrivateKey(key);
        return Usable(made);
    }

    private static CertificateRequest Request(string host, RSA key)
    {
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    /// <summary>A key that is only in memory is not enough for TLS on every system.</summary>
    private static X509Certificate2 Usable(X509Certificate2 made) =>
        X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
}
