using System.CommandLine;
using FacialParalysisSite.Consultations.Outbox;
using FacialParalysisSite.Consultations.Requests;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>requests resend</c>: brings a request to the clinic again. What is printed names it by its reference alone.</summary>
internal static class RequestsResend
{
    public static Command Create()
    {
        var reference = RequestsCommand.ReferenceArgument();
        var resend = new Command(
            "resend", "Sends a request to the clinic again: what has not been sent is due at once; where everything has been sent, a new mail is.")
        {
            reference,
        };
        resend.SetAction((parsed, services) =>
        {
            var (wanted, console) = (parsed.GetRequiredValue(reference), parsed.InvocationConfiguration);
            return RequestsDatabase.UseAsync(services, console, () => ResendAsync(wanted, services, console), _ => RequestsCommand.Unknown(wanted, console));
        });
        return resend;
    }

    private static async Task<int> ResendAsync(Reference reference, IServiceProvider services, InvocationConfiguration console)
    {
        if (await services.GetRequiredService<OutboxResend>().ResendAsync(reference) is not { } resent)
        {
            return RequestsCommand.Unknown(reference, console);
        }

        if (resent.WipedAt is { } wiped)
        {
            console.Error.WriteLine($"{reference}: what was written was wiped on {RequestLines.For(services).At(wiped)}; there is nothing left to send.");
            return 1;
        }

        if (resent.BeingSent > 0)
        {
            console.Error.WriteLine(
                $"{reference}: {Mails(resent.BeingSent)} being sent at this moment and left alone. Look in a few minutes what became of it (requests show).");
        }

        if (!resent.IsNew && resent.MadeDue == 0)
        {
            return 1;
        }

        console.Output.WriteLine(resent.IsNew
            ? $"{reference}: everything had been sent to the clinic. A new mail with the request as it stands is due now."
            : $"{reference}: {Mails(resent.MadeDue)} due now, with the tries counted anew.");
        console.Output.WriteLine("A running site sends it within seconds; otherwise it is sent when the site starts.");
        return 0;
    }

    private static string Mails(int number) => number == 1 ? "1 mail to the clinic is" : $"{number} mails to the clinic are";
}
