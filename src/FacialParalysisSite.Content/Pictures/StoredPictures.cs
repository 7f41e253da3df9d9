using System.Collections.Frozen;

namespace FacialParalysisSite.Content.Pictures;

/// <summary>Which pictures had been made at one moment. It never changes.</summary>
/// <param name="files">The names of the files of each.</param>
internal sealed class StoredPictures(FrozenDictionary<PictureId, FrozenSet<string>> files)
{
    public static StoredPictures None { get; } = new(FrozenDictionary<PictureId, FrozenSet<string>>.Empty);

    /// <summary>Whether a picture is there in each of these widths and in every format.</summary>
    public bool Holds(PictureId picture, IReadOnlyList<int> widths) =>
        files.TryGetValue(picture, out var names) && widths.All(width => PictureRecipe.Formats.All(format => names.Contains(PictureRecipe.FileName(width, format))));

    public StoredPictures With(PictureId picture, FrozenSet<string> names) =>
        new(files.Where(other => other.Key != picture).Append(new(picture, names)).ToFrozenDictionary());

    public StoredPictures Without(PictureId picture) => files.ContainsKey(picture) ? new(files.Where(other => other.Key != picture).ToFrozenDictionary()) : this;
}
