using System.CommandLine;
using FacialParalysisSite.Consultations.Requests;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>requests list|show|resend|export|purge</c>: what whoever runs the site can do about consultation requests.</summary>
internal static class RequestsCommand
{
    /// <summary>What to do where the text of a request cannot be opened.</summary>
    public const string CannotBeOpened =
        "what was written cannot be opened. It is damaged, or its certificate is missing: give this the same Data:Certificate, Data:CertificatePassword and Data:OldCertificates as the site.";

    public static Command Create()
    {
        var requests = new Command("requests", "Looks after consultation requests: which there are, what one says, sending one to the clinic again, writing one out, wiping one.")
        {
            RequestsList.Create(),
            RequestsShow.Create(),
            RequestsResend.Create(),
            RequestsExport.Create(),
            RequestsPurge.Create(),
        };
        requests.NeedOne();
        return requests;
    }

    /// <summary>The argument that names a request. Whatever is not a reference is refused before anything is done.</summary>
    public static Argument<Reference> ReferenceArgument() => new("REFERENCE")
    {
        Description = "The request's reference, such as FP-4KX7-9M2R.",
        CustomParser = argument =>
        {
            var reference = Reference.Parse(argument.Tokens[0].Value);
            if (reference is null)
            {
                argument.AddError($"\"{argument.Tokens[0].Value}\" is not a reference such as FP-4KX7-9M2R.");
            }

            return reference;
        },
    };

    /// <summary>Says that no request has a reference.</summary>
    /// <returns>The exit code.</returns>
    public static int Unknown(Reference reference, InvocationConfiguration console)
    {
        console.Error.WriteLine($"There is no request {reference}.");
        return 1;
    }
}
