namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>What somebody is told. Holds nothing of a person.</summary>
/// <param name="Id">The same whenever the same is told again because nobody knows whether it arrived; without spaces.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Everything, with <c>\n</c> at the ends of lines.</param>
internal sealed record Alert(string Id, string Subject, string Text);
