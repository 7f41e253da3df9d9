namespace FacialParalysisSite.Content.Tests.Gallery;

/// <summary>Valid cases, whose pictures the test puts there itself.</summary>
internal static class TestCase
{
    public const string Permission = "authorization:\n  form: \"A-17\"\n  signed: 2026-01-10\n  scope: [web]\n  expires: 2028-01-10";

    public static readonly IReadOnlyList<string> PatientPictures = ["images/patients/a.png", "images/patients/b.png"];

    public static readonly IReadOnlyList<string> Drawings = ["images/gallery/a.png", "images/gallery/b.png"];

    public static string Patient(string permission = Permission, string fields = "", string pictures = "patients") =>
        With("patient", "treated: 2026\nafterTreatment: 3 months\n" + permission + (fields.Length > 0 ? "\n" + fields : ""), pictures);

    public static string Illustration(string fields = "", string pictures = "gallery") => With("illustration", fields, pictures);

    private static string With(string kind, string fields, string pictures) => $"""
        ---
        title: "A case"
        summary: "A summary."
        kind: {kind}
        procedures:
          - name: "Training"
            article: first
        pictures:
          - file: {pictures}/a.png
            view: "Smiling"
            moment: before
            alt: "Only the right corner of the mouth goes up."
          - file: {pictures}/b.png
            view: "Smiling"
            moment: after
            alt: "Both corners of the mouth go up."
        published: 2026-01-12
        reviewer: ada
        reviewed: 2026-01-12
        reviewDue: 2027-01-12
        {fields}
        ---

        Words.

        """.ReplaceLineEndings("\n");
}
