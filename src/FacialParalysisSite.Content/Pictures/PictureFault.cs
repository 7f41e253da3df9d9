namespace FacialParalysisSite.Content.Pictures;

/// <summary>Why a picture was not made.</summary>
public enum PictureFault
{
    None,

    /// <summary>The program that makes pictures is not there, or may not be run.</summary>
    NoProgram,

    /// <summary>The folder of made pictures cannot be written or has no room.</summary>
    NoRoom,

    /// <summary>The program cannot read this picture, or would need more time or memory than it gets.</summary>
    Refused,

    /// <summary>The original is no longer what was checked, or nobody wants it any more: it is looked at anew.</summary>
    Outdated,
}
