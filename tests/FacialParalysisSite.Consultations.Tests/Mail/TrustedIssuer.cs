using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>
/// An issuer of certificates that this user's programs trust while it lives. It goes the way of a real one, through the
/// user's own list of trusted roots, since neither mail library can be told otherwise from outside. Should the tests be
/// ended before it is taken off the list: its key is never stored anywhere, and it is valid for a day.
/// </summary>
internal sealed class TrustedIssuer : IDisposable
{
    private readonly X509Certificate2 _issuer;

    public TrustedIssuer()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN=Test of mail {Guid.NewGuid():N}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _issuer = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(1));

        using var withoutKey = X509CertificateLoader.LoadCertificate(_issuer.RawData);
        Change(trusted => trusted.Add(withoutKey));
    }

    public X509Certificate2 Issue(string host = "localhost", double hoursLeft = 1) =>
        TestCertificate.Make(_issuer, host, DateTimeOffset.UtcNow.AddHours(hoursLeft));

    public void Dispose()
    {
        using var withoutKey = X509CertificateLoader.LoadCertificate(_issuer.RawData);
        Change(trusted => trusted.Remove(withoutKey));
        _issuer.Dispose();
    }

    private static void Change(Action<X509Store> change)
    {
        using var trusted = new X509Store(StoreName.Root, StoreLocation.CurrentUser, OpenFlags.ReadWrite);
        change(trusted);
    }
}

/// <summary>A test that needs a trusted issuer: Windows would ask the person at the screen, macOS has no such list.</summary>
internal sealed class TrustedIssuerFactAttribute : FactAttribute
{
    internal const string Why = "Only on Linux can a program trust an issuer without asking anybody.";

    public TrustedIssuerFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : Why;
}

/// <inheritdoc cref="TrustedIssuerFactAttribute" />
internal sealed class TrustedIssuerTheoryAttribute : TheoryAttribute
{
    public TrustedIssuerTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : TrustedIssuerFactAttribute.Why;
}
