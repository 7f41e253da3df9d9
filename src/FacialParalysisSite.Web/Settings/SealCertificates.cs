using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FacialParalysisSite.Web.Settings;

/// <summary>The certificates that the settings name, as far as they can be used.</summary>
/// <param name="Current">With which is sealed; null where none is set or it cannot be used.</param>
/// <param name="Old">With which was sealed.</param>
/// <param name="Faults">What is wrong, each as a sentence that names the setting.</param>
internal sealed record SealCertificates(X509Certificate2? Current, IReadOnlyList<X509Certificate2> Old, IReadOnlyList<string> Faults) : IDisposable
{
    private const string CurrentSetting = "Data:Certificate";

    /// <summary>Reads the files.</summary>
    public static SealCertificates Load(DataOptions options)
    {
        var faults = new List<string>();
        if (options.Certificate.Length == 0)
        {
            if (options.OldCertificates.Count > 0)
            {
                faults.Add("Data:OldCertificates is set, but Data:Certificate is not. What is sealed from now on needs one, too.");
            }

            return new SealCertificates(null, [], faults);
        }

        var current = Read(CurrentSetting, options.Certificate, options.CertificatePassword, faults);
        var old = options.OldCertificates
            .Select((file, index) => Read($"Data:OldCertificates:{index}", file, options.CertificatePassword, faults))
            .OfType<X509Certificate2>().ToList();
        return new SealCertificates(current, old, faults);
    }

    public void Dispose()
    {
        Current?.Dispose();
        foreach (var certificate in Old)
        {
            certificate.Dispose();
        }
    }

    private static X509Certificate2? Read(string setting, string file, string password, List<string> faults)
    {
        try
        {
            var certificate = ReadFile(file, password);
            if (FaultOf(certificate) is not { } fault)
            {
                return certificate;
            }

            certificate.Dispose();
            faults.Add($"{setting} is \"{file}\", {fault}");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add($"{setting} is \"{file}\", but there is no such file.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{setting} is \"{file}\", which the site cannot read. Give the site, and nobody else, the right to read it.");
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            faults.Add($"{setting} is \"{file}\", which cannot be opened. Look whether Data:CertificatePassword is right, and whether the file is a PFX, or a PEM with the certificate and its private key.");
        }

        return null;
    }

    private static X509Certificate2 ReadFile(string file, string password)
    {
        if (!File.ReadAllText(file).Contains("-----BEGIN", StringComparison.Ordinal))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }

        return password.Length > 0 ? X509Certificate2.CreateFromEncryptedPemFile(file, password) : X509Certificate2.CreateFromPemFile(file);
    }

    /// <summary>The end of its validity is none: what is sealed must be opened for as long as it is kept.</summary>
    private static string? FaultOf(X509Certificate2 certificate)
    {
        if (!certificate.HasPrivateKey)
        {
            return "which has no private key, so that nobody could open what is sealed with it. Set it to a file that has both.";
        }

        using var key = certificate.GetRSAPrivateKey();
        return key is null ? "of which the key is not RSA. Make one with an RSA key." : null;
    }
}
