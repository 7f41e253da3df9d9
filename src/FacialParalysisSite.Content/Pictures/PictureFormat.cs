namespace FacialParalysisSite.Content.Pictures;

/// <summary>The kinds of picture that the site reads and makes. SVG is none of them: it is a program, not a picture.</summary>
public enum PictureFormat
{
    Jpeg,
    Png,
    WebP,
    Avif,
}
