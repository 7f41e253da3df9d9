namespace FacialParalysisSite.Consultations.Tests.Mail;

/// <summary>What the peer does at a stage of the dialogue.</summary>
internal abstract record Step
{
    /// <summary>Answers with these lines.</summary>
    public sealed record Reply(params string[] Lines) : Step;

    /// <summary>Closes the connection.</summary>
    public sealed record Drop : Step;

    /// <summary>Says nothing more until the client goes away.</summary>
    public sealed record Hang : Step;

    /// <summary>Answers the first time, and does something else from then on.</summary>
    public sealed record First(Step.Reply Now, Step Then) : Step;

    /// <summary>Answers one letter at a time and never finishes.</summary>
    public sealed record Drip : Step;
}
