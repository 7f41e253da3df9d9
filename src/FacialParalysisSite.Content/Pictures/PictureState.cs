namespace FacialParalysisSite.Content.Pictures;

/// <summary>How the making of pictures goes.</summary>
/// <param name="Waiting">Pictures that are wanted and not made yet.</param>
/// <param name="Fault">Why nothing goes on, be it for one of them; none where they are only waiting for their turn.</param>
/// <param name="Refused">Those of the waiting ones that the program could not make, each named for the log.</param>
public sealed record PictureState(int Waiting, PictureFault Fault, IReadOnlyList<string> Refused)
{
    public static PictureState Well { get; } = new(Waiting: 0, PictureFault.None, []);
}
