using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>Makes certificates as an operator would with openssl.</summary>
internal static class CertificateFile
{
    /// <summary>A PEM file with a certificate and its key.</summary>
    public static string Pem(string file)
    {
        using var key = RSA.Create(2048);
        using var made = Make(key);
        File.WriteAllText(file, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return file;
    }

    /// <summary>A PFX file under a password.</summary>
    public static string Pfx(string file, string password)
    {
        using var key = RSA.Create(2048);
        using var made = Make(key);
        File.WriteAllBytes(file, made.Export(X509ContentType.Pkcs12, password));
        return file;
    }

    /// <summary>A PFX file without a private key.</summary>
    public static string WithoutKey(string file)
    {
        using var key = RSA.Create(2048);
        using var made = Make(key);
        using var alone = X509CertificateLoader.LoadCertificate(made.RawData);
        File.WriteAllBytes(file, alone.Export(X509ContentType.Pkcs12));
        return file;
    }

    /// <summary>A PEM file of which the key is not RSA.</summary>
    public static string WithEllipticKey(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=clinic", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(file, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return file;
    }

    private static X509Certificate2 Make(RSA key) =>
        new CertificateRequest("CN=clinic", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
}
