using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>What stands in a site's database while no site uses it.</summary>
internal static class StoredRequests
{
    public static IReadOnlyList<string> ReferencesIn(string file)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        database.Open();
        using var ask = database.CreateCommand();
        ask.CommandText = "SELECT Reference FROM Requests";
        using var rows = ask.ExecuteReader();
        var references = new List<string>();
        while (rows.Read())
        {
            references.Add(rows.GetString(0));
        }

        return references;
    }
}
