using FacialParalysisSite.Consultations.Alerting;
using FacialParalysisSite.Consultations.Forms;
using FacialParalysisSite.Consultations.Metering;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Storage;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Catalog;
using FacialParalysisSite.Web.Asking;
using FacialParalysisSite.Web.Pages.Shared;
using FacialParalysisSite.Web.Security;
using FacialParalysisSite.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Pages.Consultation;

/// <summary>
/// The form in which people ask for a consultation. Whatever is wrong, it comes back with everything typed; "received"
/// is said only of what is stored.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class ConsultationModel(
    ContentCatalog catalog, ConsultationFormValidator validator, ConsultationDesk desk, FormTokens tokens, ClientLimit limit,
    StorageRoom room, Refusals refusals, IOptions<LimitOptions> limits, ConsultationMeter meter, TimeProvider time, ILogger<ConsultationModel> log) : SitePage(catalog)
{
    private const string WithoutKeys = "the keys that protect the form cannot be had from the database";

    public ConsultationForm Form { get; private set; } = new();

    public long OpenedAt { get; private set; }

    /// <summary>What a program put where people see no field; it stays a mark when the form comes back.</summary>
    public string? Trap { get; private set; }

    public FormToken? Token { get; private set; }

    public IReadOnlyList<FormFault> Faults { get; private set; } = [];

    public Refusal Refusal { get; private set; }

    public LimitOptions Limits => limits.Value;

    protected override string Methods => "GET, HEAD, POST";

    public IActionResult OnGet()
    {
        Open();
        return Token is not null ? ShowForm(StatusCodes.Status200OK) : AskToCall(Refusal.NotOpen, WithoutKeys);
    }

    // Without parameters: for them the framework would read the body before its size and format are known to be right.
    public async Task<IActionResult> OnPostAsync()
    {
        var (sent, status) = await SentForm.ReadAsync(Request, HttpContext.RequestAborted);
        if (sent is null)
        {
            return StatusCode(status);
        }

        var submission = await tokens.AreValidAsync(HttpContext) ? sent.Submission : null;
        Open(sent);
        if (Token is null)
        {
            meter.CountRequest(RequestOutcome.Unavailable);
            return AskToCall(Refusal.NotStored, WithoutKeys);
        }

        if (submission is null)
        {
            return Refuse(Refusal.NotFromThisPage, StatusCodes.Status400BadRequest);
        }

        Faults = validator.Validate(Form).Errors.Select(fault => new FormFault(FieldNames.Of(fault.PropertyName), fault.ErrorMessage)).ToList();
        if (Faults.Count > 0)
        {
            meter.CountRequest(RequestOutcome.Invalid);
            return ShowForm(StatusCodes.Status422UnprocessableEntity);
        }

        return await AcceptAsync(submission.Value, ConsultationRequest.From(Form), sent.IsSuspected(time.GetUtcNow()));
    }

    private async Task<IActionResult> AcceptAsync(Guid submission, ConsultationRequest request, bool isSuspected)
    {
        // From here on nothing ends because the connection does: what has arrived whole is taken, whoever hears of it.
        // The same again changes nothing, and must not be told that it was not sent.
        if (await desk.FindAsync(submission, request, CancellationToken.None) is { } known)
        {
            return SeeReceived(known);
        }

        using var permit = limit.TryTake(HttpContext.Connection.RemoteIpAddress);
        if (permit is null)
        {
            meter.CountRequest(RequestOutcome.Limited);
            Response.Headers.RetryAfter = ((int)Limits.Window.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Refuse(Refusal.TooMany, StatusCodes.Status429TooManyRequests);
        }

        if (await room.FindLackAsync(isSuspected, CancellationToken.None) is { } lack)
        {
            meter.CountRequest(RequestOutcome.Unavailable);
            return AskToCall(Refusal.NotStored, lack);
        }

        var acceptance = await desk.AcceptAsync(submission, request, isSuspected, CancellationToken.None);
        if (acceptance.Reference is null)
        {
            // The desk has logged why.
            refusals.Note("the database could not be written");
            return Refuse(Refusal.NotStored, StatusCodes.Status503ServiceUnavailable);
        }

        permit.Use();
        return SeeReceived(acceptance.Reference);
    }

    public string? FaultOf(string name) => Faults.FirstOrDefault(fault => fault.Field == name)?.Message;

    private void Open(SentForm? sent = null)
    {
        Form = sent?.Form ?? new ConsultationForm();
        Form.SubmissionId = (sent?.Submission ?? Guid.NewGuid()).ToString();
        OpenedAt = (sent?.OpenedAt ?? time.GetUtcNow()).ToUnixTimeSeconds();
        Trap = sent?.Trap;
        Token = tokens.Issue(HttpContext);
    }

    /// <summary>Nobody is sent away without a trace: the clinic cannot know of a request that it does not have.</summary>
    /// <param name="refusal">What the person reads.</param>
    /// <param name="why">What the operator reads.</param>
    private IActionResult AskToCall(Refusal refusal, string why)
    {
        refusals.Note(why);
        log.LogCritical("A person was asked to call: {What}", why);
        return Refuse(refusal, StatusCodes.Status503ServiceUnavailable);
    }

    private IActionResult Refuse(Refusal refusal, int status)
    {
        Refusal = refusal;
        return ShowForm(status);
    }

    private IActionResult ShowForm(int status)
    {
        var shown = Show(new PageHead("Request a consultation", $"Ask for a first visit at {Catalog.Clinic.Name} in {Catalog.Clinic.City}, or call {Catalog.Clinic.Phone.Text}.")
        {
            Path = SiteAddresses.Consultation,
            IsUrgent = true,
        });
        Response.StatusCode = status;

        // The back button brings back what was typed only of a page that the browser may keep for itself.
        Response.Headers.CacheControl = "private, no-cache";
        return shown;
    }

    /// <summary>By a redirect, so that a reload does not send the form again.</summary>
    private StatusCodeResult SeeReceived(Reference reference)
    {
        Response.Headers.Location = ReceivedModel.AddressOf(reference);
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
