using System.Globalization;
using FacialParalysisSite.Content.Articles;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Parsing;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Linking;

/// <summary>
/// Looks up what cases say of other files. A case is blamed for its own pictures: only what can be seen to be right now is
/// shown of a patient.
/// </summary>
internal sealed class GalleryLinker(IReadOnlyDictionary<string, ParsedFile> files, Publication publication, LinkCheck links)
{
    /// <summary>Of height to width; a hundredth nobody sees.</summary>
    private const double LargestDifference = .01;

    private const string RenewOrDelete = "Ask for a new one and fill it in, or delete the case and its pictures.";

    /// <summary>How many cases name each picture of a patient; files with the same key are one picture.</summary>
    private readonly Dictionary<string, int> _casesOf = files.Values.OfType<ParsedCase>()
        .SelectMany(file => file.FrontMatter.Pictures.Files.Select(picture => KeyOf(files, picture.Value)).Where(key => key is not null).Distinct())
        .CountBy(key => key!).ToDictionary(StringComparer.Ordinal);

    /// <summary>Makes the case of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="review">Its review, looked up.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The case; null where a field that it needs could not be read.</returns>
    public GalleryCase? Resolve(ParsedCase file, Review? review, FileProblems problems)
    {
        var fields = file.FrontMatter;
        links.Check(file.Body.Outline, file.Path, problems);
        links.CheckProcedures(fields.Procedures, problems);
        CheckPictures(fields, problems);
        CheckShapes(fields.Pictures, problems);
        if (fields is { Kind: CaseKind.Patient, Authorization: { } authorization })
        {
            CheckPermission(authorization, problems);
        }

        return fields.Kind is not { } kind ? null : new GalleryCase
        {
            Slug = file.Slug,
            File = file.Path,
            Title = fields.Title,
            Summary = fields.Summary,
            Kind = kind,
            Procedures = fields.Procedures.Select(procedure => procedure.Value).ToList(),
            Treated = fields.Treated,
            AfterTreatment = fields.AfterTreatment,
            Views = fields.Pictures.Views,
            Authorization = fields.Authorization?.Complete(),
            Published = fields.Published,
            IsDraft = fields.Draft,
            Review = review,
            IsUrgent = fields.Urgent,
            IsOffLabel = fields.OffLabel,
            Sources = DocumentFields.InOrderOfCitation(fields.Sources, file.Body),
            Body = file.Body,
            Grade = file.Grade,
        };
    }

    /// <summary>
    /// Whether every picture of a case is now what it has to be, whatever its file has become since: for an illustration
    /// a drawing, so that a photograph that was put into its place is not shown as one.
    /// </summary>
    public bool HasRightPictures(GalleryCase item) => item.Views.Count > 0 && item.Pictures.All(picture => FaultOf(picture.Path, item.Kind) is null);

    /// <summary>Names the pictures of patients that no case shows: somebody may have deleted a case and forgotten them.</summary>
    /// <param name="problemsOf">Takes what is wrong in a file.</param>
    public void ReportUnused(Func<ParsedFile, FileProblems> problemsOf)
    {
        var named = files.Values.OfType<ParsedCase>().SelectMany(file => file.FrontMatter.Pictures.Files).Select(picture => picture.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var picture in files.Values.OfType<ParsedPicture>().Where(picture => PatientPictures.Has(picture.Path) && !named.Contains(picture.Path)))
        {
            problemsOf(picture).Add(Position.Start, ProblemCode.UnusedPatientPicture, "This picture of a patient belongs to no case that can be read.",
                "It is not shown. Delete it, here and wherever it was copied, unless a case will show it.");
        }
    }

    private void CheckPictures(GalleryFrontMatter fields, FileProblems problems)
    {
        foreach (var picture in fields.Pictures.Files)
        {
            if (fields.Kind is { } kind && FaultOf(picture.Value, kind) is var (code, message, hint))
            {
                problems.Add(picture.At, code, message, hint);
            }
            else if (fields.Kind is null)
            {
                links.CheckPicture(picture, problems, mayBeOfPatient: true);
            }
        }
    }

    /// <summary>Two pictures of one width stand at the same size beside each other where they have the same shape.</summary>
    private void CheckShapes(CasePictureFields pictures, FileProblems problems)
    {
        foreach (var view in pictures.Views)
        {
            if (files.GetValueOrDefault(view.Before.Path) is not ParsedPicture before || files.GetValueOrDefault(view.After.Path) is not ParsedPicture after)
            {
                continue;
            }

            var at = pictures.Files.Last(file => file.Value == view.After.Path).At;
            if (before.Key == after.Key)
            {
                problems.Add(at, ProblemCode.UnevenPictures, $"Both pictures of the view \"{view.Name}\" are the same.", "Name the one that was taken before in one place, and the one that was taken after in the other.");
            }
            else if (Math.Abs((before.Height / (double)before.Width) - (after.Height / (double)after.Width)) > LargestDifference)
            {
                problems.Add(at, ProblemCode.UnevenPictures, $"The two pictures of the view \"{view.Name}\" have different shapes.",
                    "Take them with the same camera, held the same way. Do not stretch one; if you must cut, cut both alike, and nothing that shows a result.");
            }
        }
    }

    private (ProblemCode Code, string Message, string Hint)? FaultOf(string picture, CaseKind kind)
    {
        if (kind == CaseKind.Patient && !PatientPictures.Has(picture))
        {
            return (ProblemCode.PatientPictureMisplaced, $"A patient’s picture lies in content/{picture}, where anything may show it.",
                "Put it into content/images/patients and write patients/name.jpg. Only a case whose permission holds can show what lies there.");
        }

        if (kind == CaseKind.Illustration && links.IsOfPatient(picture))
        {
            return LinkCheck.PatientPictureElsewhere;
        }

        return files.GetValueOrDefault(picture) switch
        {
            null => (ProblemCode.MissingPicture, $"There is no picture content/{picture}.", "Put it there, or correct the name."),
            not ParsedPicture { HasErrors: false } => (ProblemCode.MissingPicture, $"The picture content/{picture} has a fault.", "Mend what is wrong with it."),
            ParsedPicture { Key: var key } when kind == CaseKind.Patient && _casesOf.GetValueOrDefault(key) > 1 =>
                (ProblemCode.PatientPictureTwice, "Another case has the same picture. One permission may end before the other, so neither case is shown.",
                    "Keep the picture in one case. Put all that this permission covers there."),
            ParsedPicture { MayBePhotograph: true } when kind == CaseKind.Illustration =>
                (ProblemCode.NotADrawing, $"content/{picture} may be a photograph: it is no PNG, or a camera wrote into it.",
                    "An illustration is a drawing. Save a drawing as PNG. If it shows a person, write \"kind: patient\" and fill in the permission."),
            _ => null,
        };
    }

    private static string? KeyOf(IReadOnlyDictionary<string, ParsedFile> files, string path) => (files.GetValueOrDefault(path) as ParsedPicture)?.Key;

    private void CheckPermission(AuthorizationFields written, FileProblems problems)
    {
        ContentLinker.RefuseFuture(written.Signed, "signed", notAfter: publication.Today, problems);
        ContentLinker.RefuseFuture(written.Withdrawn, "withdrawn", notAfter: publication.Today, problems);
        if (written.Complete() is not { } permission)
        {
            return;
        }

        if (written.Withdrawn is { } withdrawn)
        {
            problems.Add(withdrawn.At, ProblemCode.AuthorizationWithdrawn, "The patient has withdrawn the permission: nothing of this case is shown.",
                "Delete the case and its pictures, here and wherever they were copied.");
        }
        else if (publication.DaysLeft(permission) is { } days)
        {
            var until = permission.Expires.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var (code, message) = publication.EndOf(permission.Expires) <= publication.Now
                ? (ProblemCode.AuthorizationExpired, $"The permission ended on {until}: nothing of this case is shown.")
                : (ProblemCode.AuthorizationExpiresSoon, $"The permission ends on {until}; {(days == 1 ? "this is its last day" : $"it holds for {days} more days")}. Then the case is taken down.");
            problems.Add(written.Expires!.Value.At, code, message, RenewOrDelete);
        }
    }
}
