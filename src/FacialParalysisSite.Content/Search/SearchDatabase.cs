using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// The words of all pages: a full-text table of SQLite in memory for each <see cref="SearchField"/>, with Porter's stemmer.
/// The tables have the words as <see cref="SearchWords"/> parts and folds them, with a space between them, and FTS5's
/// tokenizer <c>ascii</c> takes whatever is not ASCII for a letter: both always agree on what a word is. Pages may be looked up from many threads while nobody writes.
/// </summary>
internal sealed class SearchDatabase : IDisposable
{
    /// <summary>A table that has every word of the pages in a row of its own, to find those that have the same stem.</summary>
    public const string Vocabulary = "vocabulary";

    private static long _made;

    private readonly string _source;
    private readonly SqliteConnection _writer;
    private readonly ConcurrentBag<SearchReader> _readers = [];

    public SearchDatabase()
    {
        // The name makes it one database for several connections; SQLite's "memdb" forgets it with the last of them.
        _source = string.Create(CultureInfo.InvariantCulture, $"Data Source=file:/search-{Interlocked.Increment(ref _made)}?vfs=memdb;Pooling=False");
        _writer = Open();
        using var make = Command(_writer, string.Concat(SearchField.All.Select(field =>
            $"CREATE VIRTUAL TABLE {field.Table} USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='porter ascii');"))
            + $"CREATE VIRTUAL TABLE {Vocabulary} USING fts5(words, tokenize='porter ascii');");
        make.ExecuteNonQuery();
    }

    /// <summary>Takes pages out and puts others in, all at once. Nobody may look anything up meanwhile.</summary>
    /// <param name="gone">The numbers of pages.</param>
    /// <param name="come">Pages with their numbers.</param>
    /// <param name="newWords">Words that no page had before. A word stays when its last page goes: it does no harm.</param>
    public void Change(IReadOnlyCollection<int> gone, IReadOnlyCollection<(int Number, PageText Text)> come, IEnumerable<string> newWords)
    {
        using var change = _writer.BeginTransaction();
        foreach (var (index, field) in SearchField.All.Index())
        {
            Run($"DELETE FROM {field.Table} WHERE rowid = $number", gone.Select(number => new object[] { number }), "$number");
            Run($"INSERT INTO {field.Table}(rowid, words) VALUES ($number, $words)", come.Select(page => new object[] { page.Number, page.Text.Fields[index] }), "$number", "$words");
        }

        Run($"INSERT INTO {Vocabulary}(words) VALUES ($word)", newWords.Select(word => new object[] { word }), "$word");
        change.Commit();
    }

    /// <summary>Looks something up.</summary>
    public T Read<T>(Func<SearchReader, T> read)
    {
        var reader = _readers.TryTake(out var idle) ? idle : new SearchReader(Open());
        try
        {
            return read(reader);
        }
        finally
        {
            if (_readers.Count < Environment.ProcessorCount)
            {
                _readers.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer.Dispose();
    }

    internal static SqliteCommand Command(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only this class and its readers call it, with SQL of their own; what people type is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private void Run(string sql, IEnumerable<object[]> rows, params string[] parameters)
    {
        using var command = Command(_writer, sql, parameters);
        foreach (var row in rows)
        {
            foreach (var (index, value) in row.Index())
            {
                command.Parameters[index].Value = value;
            }

            command.ExecuteNonQuery();
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_source);
        connection.Open();
        return connection;
    }
}
