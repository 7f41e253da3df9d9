using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;

namespace FacialParalysisSite.Consultations.Outbox;

/// <summary>A mail that is being sent.</summary>
/// <param name="Parts">What is in it: one message owed, or in a digest several to the clinic, in the order in which they came.</param>
internal sealed record ClaimedMail(IReadOnlyList<ClaimedPart> Parts)
{
    /// <summary>The first message in it; what holds for the whole mail is the same in all of them.</summary>
    public OutboxMessage Message => Parts[0].Message;

    public StoredRequest Request => Parts[0].Request;

    public IEnumerable<OutboxMessage> Messages => Parts.Select(part => part.Message);

    public bool IsDigest => Parts.Count > 1;

    /// <summary>How often sending was tried: as often as the message in it that was tried least.</summary>
    public int Attempts => Parts.Min(part => part.Message.Attempts);
}

/// <summary>A message owed that is being sent.</summary>
/// <param name="Message">As it is stored.</param>
/// <param name="Request">The request it is about.</param>
/// <param name="Written">What the person had written when the message came to be owed.</param>
internal sealed record ClaimedPart(OutboxMessage Message, StoredRequest Request, ConsultationRequest Written);
