using FacialParalysisSite.Content.Gallery;
using FacialParalysisSite.Content.Linking;
using FacialParalysisSite.Content.Markdown;
using FacialParalysisSite.Content.Pictures;

namespace FacialParalysisSite.Content.Catalog;

/// <summary>Finds out who shows which picture: one of a draft alone stays as hidden as the draft.</summary>
/// <param name="set">What there is.</param>
/// <param name="publication">What of it is published.</param>
/// <param name="store">The pictures that have been made; null for none.</param>
internal sealed class PictureUses(ContentSet set, Publication publication, PictureStore? store)
{
    private readonly StoredPictures _made = store?.Held ?? StoredPictures.None;

    /// <summary>The pictures that something shows which can be seen. Those of patients are there for their cases alone.</summary>
    public IReadOnlyList<Picture> Shown() => [.. Of(UsesIn(isVisible: true)), .. OfPatients()];

    /// <summary>The pictures of what cannot be seen yet, so that they are there on its day.</summary>
    /// <param name="shown">Those that can be seen, by their paths.</param>
    public IReadOnlyList<Picture> ToCome(IReadOnlyDictionary<string, Picture> shown) => Of(UsesIn(isVisible: false).Where(path => !shown.ContainsKey(path)));

    private IEnumerable<string> UsesIn(bool isVisible)
    {
        var articles = set.Articles.Values.Where(article => CanBeSeen(publication.Of(article)) == isVisible).ToList();
        var cases = set.Cases.Values.Where(item => CanBeSeen(publication.Of(item)) == isVisible).ToList();
        var bodies = articles.Select(article => article.Body)
            .Concat(set.Pages.Values.Where(page => CanBeSeen(publication.Of(page)) == isVisible).Select(page => page.Body))
            .Concat(cases.Select(item => item.Body))
            .Concat(isVisible ? set.People.Values.Select(person => person.Body).OfType<MarkdownBody>() : []);
        return articles.Select(article => article.Image?.Path).OfType<string>()
            .Concat(cases.Where(item => !item.IsOfPatient).SelectMany(item => item.Pictures).Select(picture => picture.Path))
            .Concat(bodies.SelectMany(body => body.Outline.Pictures).Select(picture => picture.Value));
    }

    private List<Picture> Of(IEnumerable<string> paths) =>
        paths.Distinct(StringComparer.Ordinal).Where(path => set.Pictures.TryGetValue(path, out var picture) && !picture.IsOfPatient)
            .Select(path => Of(path, isPrivate: false)).ToList();

    /// <summary>Not those of cases that are to come: what lies on the disk may be shown today.</summary>
    private IEnumerable<Picture> OfPatients() =>
        set.Cases.Values.Where(item => item.IsOfPatient && CanBeSeen(publication.Of(item))).SelectMany(item => item.Pictures).Select(picture => picture.Path)
            .Distinct(StringComparer.Ordinal).Where(path => PatientPictures.Has(path) && set.Pictures.ContainsKey(path)).Select(path => Of(path, isPrivate: true));

    private Picture Of(string path, bool isPrivate)
    {
        var original = set.Pictures[path];
        var id = new PictureId(original.Key, isPrivate);
        var widths = PictureRecipe.WidthsOf(original.Width);
        return new Picture
        {
            Path = path,
            Id = id,
            OriginalWidth = original.Width,
            OriginalHeight = original.Height,
            Width = widths[^1],
            Height = PictureRecipe.HeightOf(widths[^1], original.Width, original.Height),
            Variants = _made.Holds(id, widths) ? widths.SelectMany(width => PictureRecipe.Formats.Select(format => Variant(path, id, width, format))).ToList() : [],
        };
    }

    private PictureVariant Variant(string path, PictureId id, int width, PictureFormat format)
    {
        // Part of a hash tells pictures of one name apart; a patient's has no name, and nobody may find it by trying.
        var file = PictureRecipe.FileName(width, format);
        var address = id.IsPrivate ? SiteAddresses.OfPatientPicture(id.Key, file) : SiteAddresses.OfPicture(path, id.Key[..PictureRecipe.ShortKeyLength], file);
        return new PictureVariant(address, format, width, Path.Combine(store!.FolderOf(id), file), id.IsPrivate) { Tag = $"\"{id.Key[..PictureRecipe.ShortKeyLength]}-{file}\"" };
    }

    private static bool CanBeSeen(Availability availability) => availability is Availability.Published or Availability.Preview;
}
