namespace FacialParalysisSite.Consultations.Requests;

/// <summary>A request whose sender waits to hear that it is stored.</summary>
/// <param name="submission">Says which posts come from the same form.</param>
/// <param name="request">What the person asks.</param>
/// <param name="payload">The same, as it is kept.</param>
/// <param name="isSuspected">Whether a program may have filled in the form.</param>
internal sealed class ArrivedRequest(Guid submission, ConsultationRequest request, string payload, bool isSuspected)
{
    // Whoever stores others must not go on with their answers first.
    private readonly TaskCompletionSource<WrittenRequest> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid Submission => submission;

    public ConsultationRequest Request => request;

    public string Payload => payload;

    public bool IsSuspected => isSuspected;

    public Task<WrittenRequest> Answer => _answer.Task;

    /// <summary>Says that it is on the disk.</summary>
    public void Succeed(WrittenRequest written) => _answer.TrySetResult(written);

    /// <summary>Says why it is not.</summary>
    public void Fail(Exception fault) => _answer.TrySetException(fault);
}
