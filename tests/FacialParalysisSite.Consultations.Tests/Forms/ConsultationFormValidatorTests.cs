using FacialParalysisSite.Consultations.Forms;

namespace FacialParalysisSite.Consultations.Tests.Forms;

public sealed class ConsultationFormValidatorTests
{
    [Fact]
    public void Validate_OnlyWhatIsNeeded_IsAccepted() => Assert.Empty(Faults(TestForm.Valid()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    public void Validate_WithoutAName_AsksForIt(string? name) =>
        AssertFault(TestForm.With(form => form.Name = name), nameof(ConsultationForm.Name), "Enter your full name");

    [Fact]
    public void Validate_ANameOverTheLimit_NamesTheLimit()
    {
        Assert.Empty(Faults(TestForm.With(form => form.Name = new string('n', 100))));
        AssertFault(TestForm.With(form => form.Name = new string('n', 101)), nameof(ConsultationForm.Name), "Your name must have 100 characters or fewer");
    }

    [Fact]
    public void Validate_ANameOfTwoLines_AsksForOne() =>
        AssertFault(TestForm.With(form => form.Name = "Ada\r\nBcc: x@example.org"), nameof(ConsultationForm.Name), "Enter your name on one line");

    [Fact]
    public void Validate_NeitherEmailNorPhone_AsksForOneOfThem() =>
        AssertFault(TestForm.With(form => form.Phone = " "), nameof(ConsultationForm.Email), "Enter an e-mail address or a phone number, so that we can answer you");

    [Theory]
    [InlineData("name")]
    [InlineData("name@")]
    [InlineData("@example.org")]
    [InlineData("a@b")]
    [InlineData("a b@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("Ada <a@example.org>")]
    [InlineData("a@example.org\nBcc: b@example.org")]
    [InlineData("a@@example.org")]
    [InlineData("a@.org")]
    [InlineData("a.@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("a@-é.org")]
    [InlineData("a@ex\ufffdmple.org")]
    [InlineData("www.evil.example/login@a.org")]
    [InlineData("a@example.org?subject=1")]
    [InlineData("a@[evil.example]")]
    [InlineData("a\uffff@example.org")]
    [InlineData("a\ufdd0@example.org")]
    [InlineData("a\U0001fffe@example.org")]
    [InlineData("a\ue000@example.org")]
    [InlineData("a\U000f0000@example.org")]
    [InlineData("a@ex\ue000mple.org")]
    [InlineData("a@example.org.")]
    [InlineData("a@192.0.2.1")]
    [InlineData("a@example.123")]
    [InlineData("a@example.\uff11\uff12")]
    public void Validate_NoEmailAddress_ShowsTheForm(string email) =>
        AssertFault(TestForm.With(form => form.Email = email), nameof(ConsultationForm.Email), "Enter an e-mail address in the form name@example.com");

    /// <summary>An attribute cannot hold one.</summary>
    [Fact]
    public void Validate_AnEmailAddressWithHalfACharacter_ShowsTheForm() =>
        AssertFault(TestForm.With(form => form.Email = "a\ud83d@example.org"), nameof(ConsultationForm.Email), "Enter an e-mail address in the form name@example.com");

    [Theory]
    [InlineData("a@3com.example")]
    [InlineData("a@1.2.example")]
    [InlineData("jos\u00e9\U0001f642@example.org")]
    [InlineData("\u7528\u6237@\u4f8b\u5b50.\u4e2d\u56fd")]
    public void Validate_AnUnusualEmailAddress_IsAccepted(string email) => Assert.Empty(Faults(TestForm.With(form => form.Email = email)));

    [Fact]
    public void Validate_AnEmailAddressLongerThanMailCarries_IsRefused() =>
        AssertFault(TestForm.With(form => form.Email = new string('a', 60) + "@" + new string('b', 190) + ".org"), nameof(ConsultationForm.Email),
            "Enter an e-mail address in the form name@example.com");

    [Theory]
    [InlineData("1234")]
    [InlineData("call me")]
    [InlineData("www.evil.example/12345")]
    [InlineData("evil.example/12345")]
    [InlineData("http://12345")]
    [InlineData("a@example.org 12345")]
    [InlineData("1234567890123456789012345678901")]
    public void Validate_NoPhoneNumber_ShowsOne(string phone) =>
        AssertFault(TestForm.With(form => form.Phone = phone), nameof(ConsultationForm.Phone), "Enter a phone number, such as (310) 555-0123 or +44 20 7946 0000");

    [Theory]
    [InlineData("email", "You prefer e-mail. Enter your e-mail address, or choose another way", null, "3105550123")]
    [InlineData("phone", "You prefer the phone. Enter your phone number, or choose another way", "a@example.org", null)]
    public void Validate_PreferringAWayThatIsNotGiven_SaysSo(string way, string message, string? email, string? phone) =>
        AssertFault(TestForm.With(form => (form.PreferredContact, form.Email, form.Phone) = (way, email, phone)), nameof(ConsultationForm.PreferredContact), message);

    [Theory]
    [InlineData(nameof(ConsultationForm.Voicemail), "Choose whether we may leave a voice message from the list")]
    [InlineData(nameof(ConsultationForm.PreferredContact), "Choose how to reach you from the list")]
    [InlineData(nameof(ConsultationForm.BestTime), "Choose when to reach you from the list")]
    [InlineData(nameof(ConsultationForm.Whom), "Choose who the visit is for from the list")]
    [InlineData(nameof(ConsultationForm.Topic), "Choose what it is about from the list")]
    [InlineData(nameof(ConsultationForm.Onset), "Choose when it began from the list")]
    public void Validate_AnAnswerThatIsNotOffered_IsRefused(string field, string message) =>
        AssertFault(TestForm.With(form => typeof(ConsultationForm).GetProperty(field)!.SetValue(form, "<script>")), field, message);

    [Fact]
    public void Validate_EveryAnswerThatIsOffered_IsAccepted()
    {
        var questions = new (string Field, IReadOnlyList<Choice> Choices)[]
        {
            (nameof(ConsultationForm.Voicemail), Choices.Voicemail), (nameof(ConsultationForm.PreferredContact), Choices.PreferredContact),
            (nameof(ConsultationForm.BestTime), Choices.BestTime), (nameof(ConsultationForm.Whom), Choices.Whom),
            (nameof(ConsultationForm.Topic), Choices.Topic), (nameof(ConsultationForm.Onset), Choices.Onset),
        };

        foreach (var (field, choices) in questions)
        {
            foreach (var choice in choices)
            {
                var form = TestForm.With(form => form.Email = "a@example.org");
                typeof(ConsultationForm).GetProperty(field)!.SetValue(form, choice.Value);
                Assert.Empty(Faults(form));
            }
        }
    }

    [Fact]
    public void Validate_ALanguageOverTheLimit_NamesTheLimit()
    {
        Assert.Empty(Faults(TestForm.With(form => form.Language = new string('l', 60))));
        AssertFault(TestForm.With(form => form.Language = new string('l', 61)), nameof(ConsultationForm.Language), "The language must have 60 characters or fewer");
        AssertFault(TestForm.With(form => form.Language = "a\nb"), nameof(ConsultationForm.Language), "Enter the language on one line");
    }

    [Fact]
    public void Validate_AMessageOverTheLimit_CountsALineBreakOnce()
    {
        Assert.Empty(Faults(TestForm.With(form => form.Message = string.Concat(Enumerable.Repeat("a\r\n", 999)) + "bc")));
        AssertFault(TestForm.With(form => form.Message = new string('m', 2001)), nameof(ConsultationForm.Message), "Your message must have 2000 characters or fewer");
    }

    [Fact]
    public void Validate_WithoutAgreement_AsksForIt() =>
        AssertFault(TestForm.With(form => form.Agreed = false), nameof(ConsultationForm.Agreed), "Tick the box to let us contact you about this request");

    [Fact]
    public void Validate_SeveralFaults_NamesAllOfThem() =>
        Assert.Equal(["Name", "Email", "Agreed"], Faults(new ConsultationForm()).Select(fault => fault.Field));

    private static void AssertFault(ConsultationForm form, string field, string message) => Assert.Equal((field, message), Assert.Single(Faults(form)));

    private static List<(string Field, string Message)> Faults(ConsultationForm form) =>
        new ConsultationFormValidator().Validate(form).Errors.Select(error => (error.PropertyName, error.ErrorMessage)).ToList();
}
