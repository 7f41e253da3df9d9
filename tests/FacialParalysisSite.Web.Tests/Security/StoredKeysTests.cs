using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Security;

[Trait("Category", "Fault")]
public sealed class StoredKeysTests
{
    [Theory]
    [InlineData("no XML at all")]
    [InlineData("<key id=\"not-an-id\" version=\"1\"></key>")]
    [InlineData("<key id=\"7b1dc5a1-5bd1-4b3c-8a3c-111111111111\" version=\"1\"><creationDate>never</creationDate></key>")]
    [InlineData("<key id=\"7b1dc5a1-5bd1-4b3c-8a3c-111111111111\" version=\"1\"><creationDate>2026-01-01T00:00:00Z</creationDate><activationDate>2026-01-01T00:00:00Z</activationDate><expirationDate>2099-01-01T00:00:00Z</expirationDate><descriptor deserializerType=\"No.Such.Type, Nowhere\"><descriptor /></descriptor></key>")]
    [InlineData("<key id=\"7b1dc5a1-5bd1-4b3c-8a3c-111111111111\" version=\"1\"><creationDate>2026-01-01T00:00:00Z</creationDate><activationDate>2026-01-01T00:00:00Z</activationDate><expirationDate>2099-01-01T00:00:00Z</expirationDate><descriptor deserializerType=\"Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer, Microsoft.AspNetCore.DataProtection\"><descriptor><encryption algorithm=\"AES_256_CBC\" /><validation algorithm=\"HMACSHA256\" /><encryptedSecret decryptorType=\"Microsoft.AspNetCore.DataProtection.XmlEncryption.EncryptedXmlDecryptor, Microsoft.AspNetCore.DataProtection\" xmlns=\"http://schemas.asp.net/2015/03/dataProtection\"><EncryptedData xmlns=\"http://www.w3.org/2001/04/xmlenc#\" /></encryptedSecret></descriptor></descriptor></key>")]
    [InlineData("<revocation version=\"1\" />")]
    [InlineData("<revocation version=\"1\"><revocationDate>2026-01-01T00:00:00Z</revocationDate><key id=\"some\" /></revocation>")]
    [InlineData("<other />")]
    [InlineData("a twin")]
    public async Task Open_WithADamagedKeyInTheDatabase_LeavesItOutAndWorks(string damaged)
    {
        using var own = new TemporaryFolder();
        using (var site = new SiteHost().With("Data:Root", own["data"]))
        using (var visitor = new Visitor(site))
        {
            await visitor.OpenAsync();
        }

        await using (var database = new SqliteConnection($"Data Source={Path.Combine(own["data"], "site.db")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var insert = database.CreateCommand();
            insert.CommandText = "INSERT INTO DataProtectionKeys (FriendlyName, Xml) SELECT 'damaged', CASE $xml WHEN 'a twin' THEN Xml ELSE $xml END FROM DataProtectionKeys LIMIT 1";
            insert.Parameters.AddWithValue("$xml", damaged);
            await insert.ExecuteNonQueryAsync();
        }

        using var next = new SiteHost().With("Data:Root", own["data"]);
        using var other = new Visitor(next);

        Assert.Equal(HttpStatusCode.SeeOther, (await other.AskForConsultationAsync()).Status);
    }
}
