using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Yaml;

/// <summary>A piece of YAML that remembers where it stands.</summary>
internal abstract record YamlValue(Position At)
{
    /// <summary>What it is, in words for staff.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value. Without quotes it may also stand for "nothing", a number or true and false.</summary>
internal sealed record YamlScalar(Position At, string Text, bool IsQuoted) : YamlValue(At)
{
    public override string Kind => "a single value";

    public bool IsNothing => !IsQuoted && Text is "" or "~" or "null";
}

internal sealed record YamlList(Position At, IReadOnlyList<YamlValue> Items) : YamlValue(At)
{
    public override string Kind => "a list";
}

internal sealed record YamlMap(Position At, IReadOnlyList<YamlField> Fields) : YamlValue(At)
{
    public override string Kind => "a group of fields";
}

internal sealed record YamlField(string Name, Position At, YamlValue Value);
