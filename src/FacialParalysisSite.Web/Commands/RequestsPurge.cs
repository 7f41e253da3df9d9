using System.CommandLine;
using FacialParalysisSite.Consultations.Requests;
using FacialParalysisSite.Consultations.Retention;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>requests purge</c>: wipes what one person wrote before its time.</summary>
internal static class RequestsPurge
{
    public static Command Create()
    {
        var reference = RequestsCommand.ReferenceArgument();
        var yes = new Option<bool>("--yes") { Description = "Really does it. It cannot be undone." };
        var undelivered = new Option<bool>("--undelivered") { Description = "Also where the clinic has not got the request, which it then never gets." };
        var purge = new Command("purge", "Wipes everything that a patient wrote in one request, at once, and notes in the audit that it was. Reference and times stay.")
        {
            reference,
            yes,
            undelivered,
        };
        purge.SetAction((parsed, services) =>
        {
            var (wanted, console) = (parsed.GetRequiredValue(reference), parsed.InvocationConfiguration);
            if (!parsed.GetValue(yes))
            {
                console.Error.WriteLine($"Nothing was done. This wipes everything that was written in {wanted} and cannot be undone; --yes does it.");
                return Task.FromResult(1);
            }

            return RequestsDatabase.UseAsync(services, console,
                async () => Tell(await services.GetRequiredService<RequestPurge>().PurgeAsync(wanted, parsed.GetValue(undelivered)), wanted, console),
                _ => RequestsCommand.Unknown(wanted, console));
        });
        return purge;
    }

    private static int Tell(PurgeResult result, Reference reference, InvocationConfiguration console)
    {
        if (result == PurgeResult.Unknown)
        {
            return RequestsCommand.Unknown(reference, console);
        }

        var isDone = result is PurgeResult.Purged or PurgeResult.PurgedAndNotErased;
        (isDone ? console.Output : console.Error).WriteLine($"{reference}: " + result switch
        {
            PurgeResult.Purged => "everything that was written is wiped from the database. Backups and the clinic's mailbox still have it.",
            PurgeResult.PurgedAndNotErased =>
                "everything that was written is wiped, but pieces may still stand in the database's files, because another program holds it or the disk has no room for a second copy. A running site removes them when it can; otherwise run this again. Backups and the clinic's mailbox still have it.",
            PurgeResult.WipedBefore => "what was written was wiped before (requests show says when).",
            PurgeResult.BeingSent => "a mail about it is being sent at this moment. Try again in five minutes.",
            _ => "the clinic has not got it yet. --undelivered wipes it all the same; nobody will ever answer that patient then.",
        });
        return isDone ? 0 : 1;
    }
}
