using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Gallery;

/// <summary>The fields at the head of a case, typed; the names in them are not yet looked up.</summary>
internal sealed record GalleryFrontMatter
{
    private const int FirstYear = 1990;

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Null where it cannot be read: then nothing says that no patient is shown.</summary>
    public required CaseKind? Kind { get; init; }

    public required IReadOnlyList<Located<Procedure>> Procedures { get; init; }

    public required int? Treated { get; init; }

    public required ElapsedTime? AfterTreatment { get; init; }

    public required CasePictureFields Pictures { get; init; }

    public required AuthorizationFields? Authorization { get; init; }

    public required ContentDate Published { get; init; }

    public required ReviewFields Review { get; init; }

    public required bool Draft { get; init; }

    public required bool Urgent { get; init; }

    public required bool OffLabel { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    public static GalleryFrontMatter Read(FieldReader fields)
    {
        var read = new GalleryFrontMatter
        {
            Title = fields.RequiredText("title", DocumentFields.LongestTitle),
            Summary = fields.RequiredText("summary", DocumentFields.LongestSummary),
            Kind = fields.RequiredChoice("kind", "illustration", "patient") switch
            {
                "illustration" => CaseKind.Illustration,
                "patient" => CaseKind.Patient,
                _ => null,
            },
            Procedures = ReadProcedures(fields),
            Treated = fields.Number("treated", FirstYear, largest: 2999),
            AfterTreatment = ReadAfterTreatment(fields),
            Pictures = CasePictureFields.Read(fields),
            Authorization = AuthorizationFields.Read(fields),
            Published = fields.RequiredDate("published")?.Value ?? default,
            Review = ReviewFields.Read(fields),
            Draft = fields.Flag("draft"),
            Urgent = fields.Flag("urgent"),
            OffLabel = fields.Flag("offLabel"),
            Sources = DocumentFields.Sources(fields),
        };
        fields.RefuseOthers();
        read.CompareFields(fields);
        return read;
    }

    private static List<Located<Procedure>> ReadProcedures(FieldReader fields)
    {
        var procedures = new List<Located<Procedure>>();
        if (!fields.Has("procedures"))
        {
            fields.ReportMissing("procedures");
        }

        foreach (var group in fields.Groups("procedures"))
        {
            var name = group.RequiredText("name", longest: 60);
            var article = group.Slug("article");
            group.RefuseOthers();
            procedures.Add(new Located<Procedure>(new Procedure(name, article?.Value), article?.At ?? group.At));
        }

        if (fields.CountOf("procedures") == 0 && fields.Has("procedures"))
        {
            fields.ReportMissing("procedures");
        }

        return procedures;
    }

    private static ElapsedTime? ReadAfterTreatment(FieldReader fields)
    {
        if (fields.Text("afterTreatment", longest: 40) is not { } text)
        {
            return null;
        }

        if (ElapsedTime.TryParse(text, out var time))
        {
            return time;
        }

        fields.Problems.Add(fields.PositionOf("afterTreatment"), ProblemCode.OutOfRange, "\"afterTreatment\" is no length of time.",
            "Write a number from 1 to 99 and days, weeks, months or years, such as 3 months.");
        return null;
    }

    /// <summary>Reports values that are right by themselves but not together.</summary>
    private void CompareFields(FieldReader fields)
    {
        if (Kind == CaseKind.Illustration)
        {
            foreach (var name in new[] { "authorization", "treated" }.Where(fields.IsWritten))
            {
                fields.Contradict(name, "An illustration shows nobody, so nobody was treated or gave permission.",
                    "If this shows a patient, write \"kind: patient\"; otherwise delete the field.");
            }
        }
        else if (Kind == CaseKind.Patient)
        {
            foreach (var name in new[] { "treated", "afterTreatment" }.Where(name => !fields.Has(name)))
            {
                fields.ReportMissing(name);
            }

            if (!fields.IsWritten("authorization"))
            {
                fields.Problems.Add(fields.PositionOf("kind"), ProblemCode.NoAuthorization, "A patient is shown without a record of the written permission.",
                    "Fill in \"authorization\" from the signed paper. Until then nothing of this case is shown.");
            }
        }

        if (OffLabel && fields.CountOf("sources") == 0)
        {
            fields.Contradict("offLabel", "An off-label use is described without any source.", "List at least one source in \"sources\" and cite it.");
        }
    }
}
