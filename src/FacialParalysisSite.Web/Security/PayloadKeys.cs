using System.Security.Cryptography.X509Certificates;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Web.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Security;

/// <summary>
/// The keys with which what people write is sealed. They know nothing of those of form tokens, and lie in the database
/// encrypted with the site's certificate: whoever takes the database, or a backup, has nothing that opens them.
/// </summary>
internal sealed class PayloadKeys(IOptions<DataOptions> options, SiteDatabases databases, ILoggerFactory logs) : IDisposable
{
    private const string Purpose = "what people write";

    private readonly Lock _making = new();
    private readonly List<IDisposable> _made = [];
    private SealCertificates? _certificates;
    private (int Generation, IDataProtector Protector)? _newest;

    /// <summary>What seals and opens; null where no certificate is set.</summary>
    /// <exception cref="OptionsValidationException">The certificate cannot be used. The site does not start then; a command may get here.</exception>
    public IDataProtector? Protector()
    {
        lock (_making)
        {
            if (Certificates().Current is not { } current)
            {
                return null;
            }

            // Keys that are remembered from another file would seal what nobody can open after the next start.
            if (_newest is not { } newest || newest.Generation != databases.Generation)
            {
                _newest = newest = (databases.Generation, Make(current));
            }

            return newest.Protector;
        }
    }

    public void Dispose()
    {
        _made.ForEach(made => made.Dispose());
        _certificates?.Dispose();
    }

    private SealCertificates Certificates()
    {
        _certificates ??= SealCertificates.Load(options.Value);
        return _certificates.Faults.Count == 0 ? _certificates : throw new OptionsValidationException(DataOptions.Section, typeof(DataOptions), _certificates.Faults);
    }

    private IDataProtector Make(X509Certificate2 current)
    {
        // Services of their own, because those of the site have the keys of form tokens. They have no log: of a key that
        // cannot be decrypted they would tell a dozen times; the site itself tells which request it is that waits for it.
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("FacialParalysisSite.Payloads")
            .ProtectKeysWithCertificate(current)
            .UnprotectKeysWithAnyCertificate([.. Certificates().Old]);
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new StoredKeys(databases, KeyRing.Payloads, logs.CreateLogger<StoredKeys>()));
        var provider = services.BuildServiceProvider();
        _made.Add(provider);
        return provider.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
    }
}
