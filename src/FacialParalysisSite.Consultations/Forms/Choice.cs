namespace FacialParalysisSite.Consultations.Forms;

/// <summary>One of the answers to a question of the form.</summary>
/// <param name="Value">What the form sends and the database keeps. Never changes its meaning.</param>
/// <param name="Label">What people read.</param>
public sealed record Choice(string Value, string Label);
