using System.Net;
using FacialParalysisSite.Consultations.Tests.Storage;
using FacialParalysisSite.Web.Settings;
using FacialParalysisSite.Web.Tests.Health;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Security;

/// <summary>What people write, sealed with a certificate.</summary>
[Trait("Category", "Fault")]
public sealed class PayloadKeysTests : IDisposable
{
    private const string Planted = "Zq7Planted";

    private readonly TemporaryFolder _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task Send_WithACertificate_StandsInNoFileAtAnyTime()
    {
        using var site = new SiteHost().With("Data:Certificate", CertificateFile.Pem(_own["clinic.pem"]));
        using var visitor = new Visitor(site);

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync(("name", Planted), ("email", Planted + "@example.org"), ("message", Planted))).Status);
        (string, string)[] corrected = [("name", Planted), ("phone", "(310) 555-0123"), ("message", Planted + "Corrected"), ("agreed", "yes")];
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(corrected)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(corrected)).Status);

        Assert.Equal(1, await CountAsync(site.Data, "SELECT count(*) FROM Requests WHERE Payload LIKE 'sealed:%'"));
        Assert.Equal(3, await CountAsync(site.Data, "SELECT count(*) FROM Outbox WHERE Payload LIKE 'sealed:%'"));
        Assert.Equal([], PlantedText.FilesWith(site.Data, Planted));
        Assert.Equal(0, await CountAsync(site.Data, "SELECT count(*) FROM DataProtectionKeys WHERE Ring = 'Payloads' AND Xml NOT LIKE '%EncryptedData%'"));
        await site.IsHealthyAsync();
        Assert.DoesNotContain("No certificate is set", site.Log.Text, StringComparison.Ordinal);

        // The clock of the test is years ahead.
        Assert.Contains("It goes on sealing and opening", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_InProductionWithoutACertificate_WarnsOnce()
    {
        using var site = new SiteHost();
        await site.GetAsync("/");

        Assert.Single(site.Log.Lines, line => line.Contains(" WARN No certificate is set (Data:Certificate)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WithoutTheCertificateOfAWaitingRequest_IsNotReadyUntilItIsBack()
    {
        var (first, second) = (CertificateFile.Pfx(_own["first.pfx"], "Pa55word"), CertificateFile.Pfx(_own["second.pfx"], "Pa55word"));
        var data = _own["data"];
        using (var site = Site(first))
        using (var visitor = new Visitor(site))
        {
            await visitor.AskForConsultationAsync(("message", Planted));
        }

        using (var site = Site(second))
        using (var visitor = new Visitor(site))
        {
            await Eventually.HoldsAsync(async () => await StateOfAsync(site) == (HttpStatusCode.ServiceUnavailable, "Unhealthy"), "the site is not ready", () => site.Log.Text);
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync()).Status);

            // The first site may have tried the mail already, and then it is due later.
            site.Clock.Now += TimeSpan.FromHours(1);
            await Eventually.HoldsAsync(() => site.Log.Lines.Any(line => line.Contains(" EROR Mail ", StringComparison.Ordinal) && line.Contains(" cannot be opened: its key is missing", StringComparison.Ordinal)), "the log says so");
            Assert.DoesNotContain("CryptographicException", site.Log.Text, StringComparison.Ordinal);
            Assert.Equal(2, await CountAsync(data, "SELECT count(*) FROM DataProtectionKeys WHERE Ring = 'Payloads'"));
        }

        var postOffice = new PostOffice { IsOpen = true };
        using (var site = Site(second).With("Data:OldCertificates:0", first).WithServices(postOffice.ReplaceSender))
        {
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await StateOfAsync(site));
            site.Clock.Now += TimeSpan.FromHours(8);
            await Eventually.HoldsAsync(async () => await CountAsync(data, "SELECT count(*) FROM Outbox WHERE State = 'Sent'") == 2, "both are sent", () => site.Log.Text);
        }

        SiteHost Site(string certificate) => new SiteHost().With("Data:Root", data).With("Data:Certificate", certificate).With("Data:CertificatePassword", "Pa55word");
    }

    [Fact]
    public async Task Start_WithACertificateForTheFirstTime_SealsWhatIsThere()
    {
        var data = _own["data"];
        using (var site = new SiteHost().With("Data:Root", data))
        using (var visitor = new Visitor(site))
        {
            await visitor.AskForConsultationAsync(("message", Planted));
            Assert.NotEmpty(PlantedText.FilesWith(data, Planted));
        }

        using var next = new SiteHost().With("Data:Root", data).With("Data:Certificate", CertificateFile.Pem(_own["clinic.pem"]));
        await next.GetAsync("/");

        await Eventually.HoldsAsync(() => PlantedText.FilesWith(data, Planted).Count == 0, "nothing stands there in plain words", () => next.Log.Text);
        await next.IsHealthyAsync();
    }

    [Fact]
    public async Task Send_AfterAnotherDatabaseWasPutInPlace_IsSealedWithKeysThatAreInIt()
    {
        var (certificate, data) = (CertificateFile.Pem(_own["clinic.pem"]), _own["data"]);
        using (var empty = new SiteHost().With("Data:Certificate", certificate).With("Data:Root", _own["other"]))
        {
            await empty.IsHealthyAsync();
        }

        using (var site = new SiteHost().With("Data:Certificate", certificate).With("Data:Root", data))
        using (var visitor = new Visitor(site))
        {
            await visitor.AskForConsultationAsync();
            SqliteConnection.ClearAllPools();
            File.Delete(Path.Combine(data, "site.db-wal"));
            File.Delete(Path.Combine(data, "site.db-shm"));
            File.Move(Path.Combine(_own["other"], "site.db"), Path.Combine(data, "site.db"), overwrite: true);

            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync(("message", Planted))).Status);
        }

        using var next = new SiteHost().With("Data:Certificate", certificate).With("Data:Root", data);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await StateOfAsync(next));
        Assert.Equal(1, await CountAsync(data, "SELECT count(*) FROM Requests WHERE Payload LIKE 'sealed:%'"));
    }

    [Fact]
    public async Task Send_WhileNoKeyCanBeWritten_StoresNothingInPlainWordsAndWorksOnceOneCan()
    {
        using var site = new SiteHost().With("Data:Certificate", CertificateFile.Pem(_own["clinic.pem"]));
        using var visitor = new Visitor(site);
        await visitor.OpenAsync();
        await RunAsync(site.Data, "CREATE TRIGGER refused BEFORE INSERT ON DataProtectionKeys WHEN NEW.Ring = 'Payloads' BEGIN SELECT RAISE(ABORT, 'refused'); END");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.AskForConsultationAsync(("message", Planted))).Status);
        Assert.Equal(0, await CountAsync(site.Data, "SELECT count(*) FROM Requests"));
        Assert.Equal([], PlantedText.FilesWith(site.Data, Planted));

        await RunAsync(site.Data, "DROP TRIGGER refused");
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.AskForConsultationAsync(("message", Planted))).Status);
        Assert.Equal(1, await CountAsync(site.Data, "SELECT count(*) FROM Requests WHERE Payload LIKE 'sealed:%'"));
    }

    [Theory]
    [InlineData("wrong password", "which cannot be opened. Look whether Data:CertificatePassword is right")]
    [InlineData("no key", "which has no private key")]
    [InlineData("elliptic key", "of which the key is not RSA")]
    [InlineData("PEM without key", "which cannot be opened")]
    public void Load_ACertificateThatCannotBeUsed_SaysWhy(string kind, string sentence)
    {
        var options = new DataOptions
        {
            Certificate = kind switch
            {
                "wrong password" => CertificateFile.Pfx(_own["x.pfx"], "Pa55word"),
                "no key" => CertificateFile.WithoutKey(_own["x.pfx"]),
                "elliptic key" => CertificateFile.WithEllipticKey(_own["x.pem"]),
                _ => OnlyCertificate(),
            },
        };

        using var certificates = SealCertificates.Load(options);

        Assert.StartsWith($"Data:Certificate is \"{options.Certificate}\", {sentence}", Assert.Single(certificates.Faults), StringComparison.Ordinal);

        string OnlyCertificate()
        {
            var file = CertificateFile.Pem(_own["x.pem"]);
            File.WriteAllText(file, File.ReadAllText(file).Split("-----BEGIN PRIVATE KEY")[0]);
            return file;
        }
    }

    private static async Task<(HttpStatusCode, string)> StateOfAsync(SiteHost site)
    {
        var answer = await site.GetAsync("/healthz/ready");
        return (answer.Status, answer.Text);
    }

    private static Task RunAsync(string data, string command) => AskAsync(data, command);

    private static async Task<long> CountAsync(string data, string question) => (long)(await AskAsync(data, question))!;

    private static async Task<object?> AskAsync(string data, string question)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(data, "site.db")};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync();
    }
}
