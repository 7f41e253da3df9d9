using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>The record of a permission as it is written; whether it holds today is not yet known.</summary>
/// <param name="Form">The number of the paper; empty where it is missing.</param>
/// <param name="Signed">When it was signed.</param>
/// <param name="Expires">Until when it holds.</param>
/// <param name="Withdrawn">When it was taken back.</param>
internal sealed record AuthorizationFields(string Form, Located<ContentDate>? Signed, Located<ContentDate>? Expires, Located<ContentDate>? Withdrawn)
{
    private const string ThisSite = "web";

    private static readonly string[] Scopes = [ThisSite, "print", "social", "teaching"];

    private static readonly string[] Needed = ["form", "signed", "scope", "expires"];

    public static AuthorizationFields? Read(FieldReader fields)
    {
        if (fields.Group("authorization") is not { } group)
        {
            // Written and left empty it says nothing, and a permission must be said.
            if (fields.IsWritten("authorization") && !fields.Has("authorization"))
            {
                ReportParts(fields.PositionOf("authorization"), Needed, fields.Problems);
            }

            return null;
        }

        var read = new AuthorizationFields(group.Text("form", longest: 60) ?? "", group.Date("signed"), group.Date("expires"), group.Date("withdrawn"));
        CheckScope(group.Texts("scope", longest: 20), group);
        group.RefuseOthers();
        if (Needed.Where(name => !group.Has(name)).ToList() is { Count: > 0 } missing)
        {
            ReportParts(group.At, missing, group.Problems);
        }

        read.CompareFields(group);
        return read;
    }

    /// <summary>The record, where it has all its parts.</summary>
    public Authorization? Complete() =>
        this is { Signed: { } signed, Expires: { } expires } && Form.Length > 0 ? new Authorization(Form, signed.Value, expires.Value, Withdrawn?.Value) : null;

    private static void ReportParts(Position at, IEnumerable<string> missing, FileProblems problems) =>
        problems.Add(at, ProblemCode.NoAuthorization, $"The record of the permission lacks {string.Join(", ", missing.Select(name => $"\"{name}\""))}.",
            "Fill it in from the signed paper. Until then nothing of this case is shown.");

    private static void CheckScope(IReadOnlyList<Located<string>> scope, FieldReader group)
    {
        foreach (var unknown in scope.Where(word => !Scopes.Contains(word.Value, StringComparer.Ordinal)))
        {
            group.Problems.Add(unknown.At, ProblemCode.OutOfRange, $"\"{unknown.Value}\" is not possible for \"scope\".", $"Write one or more of: {string.Join(", ", Scopes)}.");
        }

        if (group.Has("scope") && scope.All(word => word.Value != ThisSite))
        {
            group.Problems.Add(group.PositionOf("scope"), ProblemCode.AuthorizationNotForWeb, "The permission does not cover a website.",
                "Only where the signed paper names the website, add \"web\" to \"scope\". Otherwise delete the case and its pictures.");
        }
    }

    private void CompareFields(FieldReader group)
    {
        // A patient who took a permission back must not be shown because the day is missing.
        if (group.IsWritten("withdrawn") && !group.Has("withdrawn"))
        {
            group.ReportMissing("withdrawn");
        }

        if (this is { Signed: { } signed, Expires: { } expires } && expires.Value.IsBefore(signed.Value))
        {
            group.Contradict("expires", "The permission ends before it was signed.", "Correct one of the two dates.");
        }
    }
}
