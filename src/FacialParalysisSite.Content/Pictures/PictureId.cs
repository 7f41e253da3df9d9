namespace FacialParalysisSite.Content.Pictures;

/// <summary>Which picture, wherever its original lies.</summary>
/// <param name="Key">A hash of what it holds and of how it is made small, in 64 hexadecimal digits.</param>
/// <param name="IsPrivate">Whether it shows a patient: it is never kept by others, and deleted as soon as it is not shown.</param>
internal readonly record struct PictureId(string Key, bool IsPrivate);
