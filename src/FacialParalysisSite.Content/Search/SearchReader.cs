using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Content.Search;

/// <summary>One thread's way into the database.</summary>
internal sealed class SearchReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly IReadOnlyList<SqliteCommand> _pages;
    private readonly SqliteCommand _forms;

    public SearchReader(SqliteConnection connection)
    {
        _connection = connection;
        _pages = SearchField.All.Select(field => SearchDatabase.Command(connection, $"SELECT rowid FROM {field.Table} WHERE {field.Table} MATCH $words", "$words")).ToList();
        _forms = SearchDatabase.Command(connection, $"SELECT words FROM {SearchDatabase.Vocabulary} WHERE {SearchDatabase.Vocabulary} MATCH $words", "$words");
    }

    /// <summary>The pages that have a word in any of its forms, each once, and where they have it.</summary>
    public PageWithWord[] PagesWith(string word)
    {
        var fields = new Dictionary<int, byte>();
        foreach (var (index, command) in _pages.Index())
        {
            command.Parameters[0].Value = Quoted(word);
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var page = rows.GetInt32(0);
                fields[page] = (byte)(fields.GetValueOrDefault(page) | (1 << index));
            }
        }

        return fields.Select(page => new PageWithWord(page.Key, page.Value)).ToArray();
    }

    /// <summary>Every form of a word that pages have: "closes" and "closing" for "closed".</summary>
    public IReadOnlyList<string> FormsOf(string word)
    {
        _forms.Parameters[0].Value = Quoted(word);
        var forms = new List<string>();
        using var rows = _forms.ExecuteReader();
        while (rows.Read())
        {
            forms.Add(rows.GetString(0));
        }

        return forms;
    }

    public void Dispose()
    {
        foreach (var command in _pages.Append(_forms))
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    /// <summary>
    /// In the language of FTS5, what stands in quotes is words and never an operator. The words are letters and digits: no
    /// quote can be among them.
    /// </summary>
    private static string Quoted(string word) => $"\"{word}\"";
}
