using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FacialParalysisSite.Content.Search;

/// <summary>
/// The words of all pages: a full-text table of SQLite in memory for each <see cref="SearchField"/>, with Porter's stemmer
/// and without accents. Pages may be looked up from many threads while nobody writes.
/// </summary>
internal sealed class SearchDatabase : IDisposable
{
    /// <summary>Between the sections of a text. No text has such a character left in it.</summary>
    public const char Section = '\u001E';

    /// <summary>Behind the heading of a section.</summary>
    public const char Heading = '\u001F';

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
        using var make = Command(_writer, string.Concat(SearchField.All.Select(field => field.Table).Append(Vocabulary).Select(table =>
            $"CREATE VIRTUAL TABLE {table} USING fts5(words, tokenize='porter unicode61 remove_diacritics 2');")));
        make.ExecuteNonQuery();
    }

    /// <summary>Takes pages out and puts others in, all at once. Nobody may look anything up meanwhile.</summary>
    /// <param name="gone">The numbers of pages.</param>
    /// <param name="come">Pages.</param>
    /// <param name="newWords">Words that no page had before. A word stays when its last page goes: it does no harm.</param>
    public void Change(IReadOnlyCollection<int> gone, IReadOnlyCollection<PageText> come, IEnumerable<string> newWords)
    {
        using var change = _writer.BeginTransaction();
        foreach (var (index, field) in SearchField.All.Index())
        {
            using var leave = Command(_writer, $"DELETE FROM {field.Table} WHERE rowid = $page", "$page");
            foreach (var page in gone)
            {
                leave.Parameters[0].Value = page;
                leave.ExecuteNonQuery();
            }

            using var enter = Command(_writer, $"INSERT INTO {field.Table}(rowid, words) VALUES ($page, $words)", "$page", "$words");
            foreach (var page in come)
            {
                enter.Parameters[0].Value = page.Number;
                enter.Parameters[1].Value = page.Fields[index];
                enter.ExecuteNonQuery();
            }
        }

        using var learn = Command(_writer, $"INSERT INTO {Vocabulary}(words) VALUES ($word)", "$word");
        foreach (var word in newWords)
        {
            learn.Parameters[0].Value = word;
            learn.ExecuteNonQuery();
        }

        change.Commit();
    }

    /// <summary>Everything that a page says.</summary>
    public string TextOf(int page)
    {
        using var command = Command(_writer, string.Join(" UNION ALL ", SearchField.All.Select(field => $"SELECT words FROM {field.Table} WHERE rowid = $page")), "$page");
        command.Parameters[0].Value = page;
        var texts = new List<string>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }

        return string.Join(Section, texts);
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

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_source);
        connection.Open();
        return connection;
    }
}
