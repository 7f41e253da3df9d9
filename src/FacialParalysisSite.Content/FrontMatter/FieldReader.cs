using System.Globalization;
using FacialParalysisSite.Content.Files;
using FacialParalysisSite.Content.Problems;
using FacialParalysisSite.Content.Yaml;

namespace FacialParalysisSite.Content.FrontMatter;

/// <summary>
/// Takes typed values out of a group of YAML fields. Every value that is missing or wrong becomes a problem, and a
/// stand-in is returned, so that one run finds all of them. <see cref="RefuseOthers"/> closes the reading.
/// </summary>
internal sealed class FieldReader(YamlMap map, FileProblems problems)
{
    private readonly List<string> _asked = [];

    /// <summary>Where the group begins.</summary>
    public Position At => map.At;

    public FileProblems Problems => problems;

    public bool Has(string name) => map.Fields.Any(field => field.Name == name && field.Value is not YamlScalar { IsNothing: true });

    /// <summary>Whether the field is there, be it with nothing behind its name.</summary>
    public bool IsWritten(string name) => map.Fields.Any(field => field.Name == name);

    /// <summary>How many entries a list has, right or wrong; 0 where the field is missing, null where it is not a list.</summary>
    public int? CountOf(string name) => Has(name) ? (map.Fields.First(field => field.Name == name).Value as YamlList)?.Items.Count : 0;

    /// <summary>Where the field stands, or the beginning of the group where it is missing.</summary>
    public Position PositionOf(string name) => map.Fields.FirstOrDefault(field => field.Name == name)?.Value.At ?? At;

    /// <summary>A text that has to be there, on one line.</summary>
    public string RequiredText(string name, int longest)
    {
        if (!Has(name))
        {
            _asked.Add(name);
            ReportMissing(name);
            return "";
        }

        return Text(name, longest) ?? "";
    }

    /// <summary>A text on one line, or null where the field is missing, empty or wrong.</summary>
    public string? Text(string name, int longest) =>
        Value(name) is { } value && AsText(name, value, longest) is { } text ? text.Value : null;

    /// <summary>What is written in some fields, and where; without those that are missing, empty or no text.</summary>
    public IEnumerable<Located<string>> Written(params IEnumerable<string> names) =>
        map.Fields.Where(field => names.Contains(field.Name, StringComparer.Ordinal)).Select(field => field.Value).OfType<YamlScalar>()
            .Where(value => !value.IsNothing).Select(value => new Located<string>(value.Text.Trim(), value.At));

    /// <summary>A slug that has to be there.</summary>
    public Located<string> RequiredSlug(string name)
    {
        var slug = Slug(name);
        if (slug is null && !Has(name))
        {
            ReportMissing(name);
        }

        return slug ?? new Located<string>("", At);
    }

    /// <summary>A slug, or null where the field is missing or wrong.</summary>
    public Located<string>? Slug(string name) =>
        Value(name) is { } value ? AsSlug(name, value) : null;

    public IReadOnlyList<Located<string>> Slugs(string name) => Items(name, item => AsSlug(name, item));

    public IReadOnlyList<Located<string>> Texts(string name, int longest) => Items(name, item => AsText(name, item, longest));

    public bool Flag(string name, bool otherwise = false)
    {
        switch (Value(name))
        {
            case null:
                return otherwise;
            case YamlScalar { IsQuoted: false, Text: "true" }:
                return true;
            case YamlScalar { IsQuoted: false, Text: "false" }:
                return false;
            case var value:
                ReportType(name, value, "true or false", $"Write {name}: true or {name}: false, without quotes.");
                return otherwise;
        }
    }

    public Located<ContentDate>? Date(string name)
    {
        switch (Value(name))
        {
            case null:
                return null;
            case YamlScalar value when ContentDate.TryParse(value.Text, out var date):
                return new Located<ContentDate>(date, value.At);
            case YamlScalar value:
                problems.Add(value.At, ProblemCode.BadDate, $"\"{Shown(value.Text)}\" is not a date for \"{name}\".",
                    "Write year-month-day, such as 2026-11-22, or with a time and offset, such as 2026-11-22T09:00:00-08:00.");
                return null;
            case var value:
                ReportType(name, value, "a date", $"Write {name}: 2026-11-22.");
                return null;
        }
    }

    /// <summary>A date that has to be there; null where it is missing or wrong.</summary>
    public Located<ContentDate>? RequiredDate(string name)
    {
        var date = Date(name);
        if (date is null && !Has(name))
        {
            ReportMissing(name);
        }

        return date;
    }

    public int? Number(string name, int smallest, int largest)
    {
        switch (Value(name))
        {
            case null:
                return null;
            case YamlScalar { IsQuoted: false } value when int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                if (number >= smallest && number <= largest)
                {
                    return number;
                }

                problems.Add(value.At, ProblemCode.OutOfRange, $"{number} is out of range for \"{name}\".",
                    $"Write a whole number from {smallest} to {largest}.");
                return null;
            case var value:
                ReportType(name, value, "a whole number", $"Write a whole number from {smallest} to {largest}, without quotes.");
                return null;
        }
    }

    /// <summary>One of a few words, or null where the field is missing or wrong.</summary>
    public string? Choice(string name, params string[] choices)
    {
        if (Value(name) is not { } value || AsText(name, value, longest: 100) is not { } text)
        {
            return null;
        }

        if (choices.Contains(text.Value, StringComparer.Ordinal))
        {
            return text.Value;
        }

        var all = string.Join(" or ", choices);
        problems.Add(text.At, ProblemCode.OutOfRange, $"\"{Shown(text.Value)}\" is not possible for \"{name}\".", $"Write {all}.");
        return null;
    }

    /// <summary>One of a few words that has to be there; null where it is missing or wrong.</summary>
    public string? RequiredChoice(string name, params string[] choices)
    {
        var choice = Choice(name, choices);
        if (choice is null && !Has(name))
        {
            ReportMissing(name);
        }

        return choice;
    }

    /// <summary>A web address, or null where the field is missing or wrong.</summary>
    public Uri? WebAddress(string name)
    {
        if (Value(name) is not { } value || AsText(name, value, longest: 2000) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text.Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.Host.Contains('.', StringComparison.Ordinal))
        {
            return address;
        }

        problems.Add(text.At, ProblemCode.BadAddress, $"\"{Shown(text.Value)}\" is not a web address.",
            "Copy the whole address from the browser; it begins with https://.");
        return null;
    }

    public Uri? RequiredWebAddress(string name)
    {
        var address = WebAddress(name);
        if (address is null && !Has(name))
        {
            ReportMissing(name);
        }

        return address;
    }

    /// <summary>A group of fields, read by a reader of its own, or null where it is missing or wrong.</summary>
    public FieldReader? Group(string name)
    {
        switch (Value(name))
        {
            case null:
                return null;
            case YamlMap group:
                return new FieldReader(group, problems);
            case var value:
                ReportType(name, value, "a group of fields", $"Write its fields below \"{name}:\", indented alike.");
                return null;
        }
    }

    /// <summary>A list of groups, each read by a reader of its own.</summary>
    public IReadOnlyList<FieldReader> Groups(string name) =>
        Items<FieldReader>(name, item =>
        {
            if (item is YamlMap group)
            {
                return new Located<FieldReader>(new FieldReader(group, problems), item.At);
            }

            ReportType(name, item, "a group of fields", "Write each entry as fields below one hyphen, indented alike.");
            return null;
        }).Select(group => group.Value).ToList();

    /// <summary>Reports every field that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var field in map.Fields.Where(field => !_asked.Contains(field.Name)))
        {
            problems.Add(field.At, ProblemCode.UnknownField, $"Unknown field \"{Shown(field.Name)}\".",
                Suggestion.For(field.Name, _asked, $"The fields here are: {string.Join(", ", _asked)}."));
        }
    }

    /// <summary>Reports a field that has to be there and is not.</summary>
    public void ReportMissing(string name)
    {
        // After a fault in the YAML, what is not here is not missing, but unread.
        if (!problems.HasYamlFault)
        {
            problems.Add(At, ProblemCode.MissingField, $"The field \"{name}\" is missing or empty.", $"Add a line \"{name}: …\".");
        }
    }

    /// <summary>Reports a value that is right in itself but not beside the others.</summary>
    public void Contradict(string name, string message, string hint) =>
        problems.Add(PositionOf(name), ProblemCode.Contradiction, message, hint);

    private YamlValue? Value(string name)
    {
        if (!_asked.Contains(name))
        {
            _asked.Add(name);
        }

        return map.Fields.FirstOrDefault(field => field.Name == name)?.Value is { } value and not YamlScalar { IsNothing: true }
            ? value
            : null;
    }

    private IReadOnlyList<Located<T>> Items<T>(string name, Func<YamlValue, Located<T>?> read)
    {
        switch (Value(name))
        {
            case null:
                return [];
            case YamlList list:
                return list.Items.Select(read).OfType<Located<T>>().ToList();
            case var value:
                ReportType(name, value, "a list", $"Write [one, two] behind \"{name}:\", or one entry a line below it, each after a hyphen.");
                return [];
        }
    }

    private Located<string>? AsText(string name, YamlValue value, int longest)
    {
        if (value is not YamlScalar scalar)
        {
            ReportType(name, value, "a text", $"Write the text behind \"{name}:\". A text that begins with [ or {{ needs quotes.");
            return null;
        }

        var text = scalar.Text.Trim();
        if (text.Length == 0 || text.Length > longest)
        {
            problems.Add(scalar.At, ProblemCode.OutOfRange,
                text.Length == 0 ? $"\"{name}\" holds an empty text." : $"\"{name}\" has {text.Length} characters; {longest} is the most.",
                text.Length == 0 ? "Write the text, or delete the line." : "Make it shorter.");
            return null;
        }

        // A YAML text can name a character that could not stand in the file: "\uFFFF".
        if (text.Any(char.IsControl) || PlainCharacters.IndexOfOther(text) >= 0)
        {
            problems.Add(scalar.At, ProblemCode.WrongType, $"\"{name}\" has a line break or an invisible character in it.",
                "Write it on one line, and without codes such as \\u0007.");
            return null;
        }

        return new Located<string>(text, scalar.At);
    }

    private Located<string>? AsSlug(string name, YamlValue value)
    {
        if (AsText(name, value, longest: 100) is not { } text)
        {
            return null;
        }

        if (Files.Slug.IsValid(text.Value))
        {
            return text;
        }

        problems.Add(text.At, ProblemCode.BadSlug, $"\"{Shown(text.Value)}\" cannot be a short name for \"{name}\".", Files.Slug.Rule);
        return null;
    }

    private void ReportType(string name, YamlValue value, string wanted, string hint) =>
        problems.Add(value.At, ProblemCode.WrongType,
            $"\"{name}\" should be {wanted}, but here is {(value is YamlScalar scalar ? $"\"{Shown(scalar.Text)}\"" : value.Kind)}.", hint);

    private static string Shown(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 60), "…");
    }
}
