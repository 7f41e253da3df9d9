using System.Net;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Security;

public sealed class StoredKeysTests
{
    [Theory]
    [InlineData("no XML at all")]
    [InlineData("<key id=\"not-an-id\" version=\"1\"></key>")]
    public async Task Open_WithADamagedKeyInTheDatabase_LeavesItOutAndWorks(string damaged)
    {
        using var site = new SiteHost();
        using var visitor = new Visitor(site);
        await visitor.OpenAsync("/");
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(site.Data, "site.db")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var insert = database.CreateCommand();
            insert.CommandText = "INSERT INTO DataProtectionKeys (FriendlyName, Xml) VALUES ('damaged', $xml)";
            insert.Parameters.AddWithValue("$xml", damaged);
            await insert.ExecuteNonQueryAsync();
        }

        using var next = new SiteHost().With("Data:Root", site.Data);
        using var other = new Visitor(next);

        Assert.Equal(HttpStatusCode.SeeOther, (await other.AskForConsultationAsync()).Status);
    }
}
