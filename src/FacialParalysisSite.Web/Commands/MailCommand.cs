using System.CommandLine;
using System.CommandLine.Parsing;
using FacialParalysisSite.Consultations.Mail;
using FacialParalysisSite.Web.Settings;
using Microsoft.Extensions.Options;

namespace FacialParalysisSite.Web.Commands;

/// <summary><c>mail test</c>: sends a mail that is about nobody, and tells what became of it.</summary>
internal static class MailCommand
{
    /// <summary>Half of what the site gives a mail: somebody sits there and waits.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    public static Command Create()
    {
        var mail = new Command("mail", "Finds out whether the site's mails go through.") { CreateTest() };
        mail.NeedOne();
        return mail;
    }

    private static Command CreateTest()
    {
        var recipient = new Argument<string>("ADDRESS") { Description = "Who gets the mail: a mailbox that you can look into." };
        recipient.Validators.Add(CheckAddress);
        var test = new Command("test", "Sends one test mail, as the site sends its mails, and says what became of it. Exits with 1 where it did not go through.")
        {
            recipient,
        };
        test.SetAction((parsed, services) => TestAsync(parsed.GetRequiredValue(recipient), services, parsed.InvocationConfiguration));
        return test;
    }

    private static void CheckAddress(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (!MailOptionsValidator.IsAddress(text))
        {
            argument.AddError($"\"{text}\" is not one e-mail address such as someone@example.org.");
        }
    }

    private static async Task<int> TestAsync(string recipient, IServiceProvider services, InvocationConfiguration console)
    {
        var options = services.GetRequiredService<IOptions<MailOptions>>().Value;
        var way = MailWay.Of(services);
        console.Output.WriteLine($"A test mail from {options.From} to {recipient}, {way.Words}.");

        var mail = TestMail.Compose(options.From, recipient);
        var outcome = await MailTry.SendAsync(mail, way.Sender, Deadline);
        if (outcome.Result != MailResult.Sent)
        {
            console.Error.WriteLine(way.Folder is null
                ? MailAdvice.For(outcome, Deadline)
                : $"It could not be written ({outcome.Detail}). Check that whoever runs this may write to that folder.");
            return 1;
        }

        console.Output.WriteLine(way.Folder is null
            ? $"The server has accepted it. That is not yet delivered: look into the mailbox of {recipient}, and among its spam."
            : $"It is in {await FileOfAsync(mail, way.Folder) ?? way.Folder}. Nobody gets it: mails are sent once Smtp:Host is set.");
        console.Output.WriteLine($"Consultation requests go to {string.Join(", ", options.Recipients)} (Mail:To).");
        return 0;
    }

    /// <summary>A running site may write into the same folder.</summary>
    private static async Task<string?> FileOfAsync(OutgoingMail mail, string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc))
        {
            if ((await File.ReadAllTextAsync(file.FullName)).Contains(mail.MessageId, StringComparison.Ordinal))
            {
                return file.FullName;
            }
        }

        return null;
    }
}
