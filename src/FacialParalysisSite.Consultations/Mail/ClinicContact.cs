namespace FacialParalysisSite.Consultations.Mail;

/// <summary>What a receipt says of the clinic.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Phone">Its telephone number as people read it.</param>
/// <param name="ReplyTime">How soon it answers, as a sentence; null where it has not said.</param>
public sealed record ClinicContact(string Name, string Phone, string? ReplyTime);
