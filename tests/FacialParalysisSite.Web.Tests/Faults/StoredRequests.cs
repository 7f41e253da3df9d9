using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Web.Tests.Faults;

/// <summary>What stands in a site's database while no site uses it.</summary>
internal static class StoredRequests
{
    public static IReadOnlyList<string> ReferencesIn(string file) => Ask(file, "SELECT Reference FROM Requests");

    /// <summary>The requests that look as if a program had filled them in, or those that do not.</summary>
    public static IReadOnlyList<string> ReferencesIn(string file, bool isSuspected) => Ask(file, $"SELECT Reference FROM Requests WHERE IsSuspected = {(isSuspected ? 1 : 0)}");

    private static List<string> Ask(string file, string question)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        database.Open();
        using var ask = database.CreateCommand();
        ask.CommandText = question;
        using var rows = ask.ExecuteReader();
        var references = new List<string>();
        while (rows.Read())
        {
            references.Add(rows.GetString(0));
        }

        return references;
    }
}
