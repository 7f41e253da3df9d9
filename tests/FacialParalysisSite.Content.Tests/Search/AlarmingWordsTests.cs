using FacialParalysisSite.Content.Search;
using FacialParalysisSite.Content.Tests.Library;

namespace FacialParalysisSite.Content.Tests.Search;

/// <summary>Nothing in the search matters more: who may need help now is told whom to call, however it is typed. Asked of the site's own content.</summary>
public sealed class AlarmingWordsTests : IClassFixture<AlarmingWordsTests.RealSearch>
{
    private const string Crisis = "/articles/mood-and-facial-paralysis";

    private readonly RealSearch _search;

    public AlarmingWordsTests(RealSearch search) => _search = search;

    [Theory]
    [InlineData("kill myself")]
    [InlineData("i want to kill my self")]
    [InlineData("thinking of killing myself")]
    [InlineData("i feel like killing myself because of my face")]
    [InlineData("kill myslef")]
    [InlineData("want to die")]
    [InlineData("i just wanna die")]
    [InlineData("I don’t want to live like this")]
    [InlineData("dont want to be here any more")]
    [InlineData("dont want to be alive")]
    [InlineData("suicide")]
    [InlineData("sucide")]
    [InlineData("suicidal thoughts after botox")]
    [InlineData("sucidal")]
    [InlineData("better off dead")]
    [InlineData("hurting myself")]
    [InlineData("end my life botox surgery insurance")]
    [InlineData("988")]
    [InlineData("KMS")]
    [InlineData("shot myself")]
    [InlineData("kill me")]
    [InlineData("want to be dead")]
    [InlineData("i'd rather die")]
    [InlineData("wish i could die")]
    [InlineData("i want to end it")]
    [InlineData("no point in living")]
    [InlineData("life isnt worth living")]
    [InlineData("no longer want to live")]
    [InlineData("i cant live anymore")]
    [InlineData("cant live with this face")]
    [InlineData("dont wanna be here")]
    [InlineData("dont want to wake up")]
    [InlineData("tired of living")]
    [InlineData("unalive myself")]
    [InlineData("killin myself")]
    [InlineData("kill my slef")]
    [InlineData("took all my pills")]
    [InlineData("took too many pills")]
    [InlineData("slit my wrists")]
    [InlineData("self injury")]
    [InlineData("crisis hotline")]
    [InlineData("my husband wants to kill himself")]
    [InlineData("kill themselves")]
    [InlineData("my son wants to hurt himself")]
    [InlineData("my daughter cuts herself")]
    [InlineData("kill yourself")]
    [InlineData("kys")]
    [InlineData("how to die")]
    [InlineData("feel like dying")]
    [InlineData("hope i die")]
    [InlineData("cant do it anymore")]
    [InlineData("cant take this anymore")]
    [InlineData("cant go on")]
    [InlineData("cant carry on")]
    [InlineData("cant keep going")]
    [InlineData("no reason to go on")]
    [InlineData("dont want to go on")]
    [InlineData("going to end it")]
    [InlineData("wish i was never born")]
    [InlineData("wish i didnt exist")]
    [InlineData("hope i dont wake up")]
    [InlineData("no will to live")]
    [InlineData("done with life")]
    [InlineData("cut wrists")]
    [InlineData("cutting my arms")]
    [InlineData("swallowed all my pills")]
    [InlineData("took a lot of pills")]
    [InlineData("took whole bottle of pills")]
    [InlineData("took his own life")]
    [InlineData("jump off a bridge")]
    [InlineData("life is not worth it")]
    [InlineData("i want to disappear")]
    [InlineData("no one would miss me")]
    [InlineData("i hope it kills me")]
    [InlineData("overdose")]
    [InlineData("quiero morir")]
    [InlineData("suicidio")]
    [InlineData("suicidarme")]
    [InlineData("ayuda suicidio")]
    [InlineData("bells palsy is taking over my life and i want to die")]
    [InlineData("my nerve is dead and i want to be dead")]
    [InlineData("my face has been like this for two years now and the doctors keep telling me to wait and do the exercises and nobody at work looks at me any more and i feel so low that i want to die")]
    public void Find_WordsOfACrisis_NameTheCrisisLineAndLeadToItsPageFirst(string typed)
    {
        var results = _search.Find(typed);

        Assert.Equal("988", results.Help[0].Call);
        Assert.Contains("call 988", results.Help[0].Line, StringComparison.Ordinal);
        Assert.Equal(Crisis, results.Hits[0].Address);
        Assert.NotEmpty(results.Hits[0].Excerpt);
        Assert.Equal(("Call 988 now", "tel:988"), _search.First(typed));
    }

    [Theory]
    [InlineData("cant breath")]
    [InlineData("can't breathe")]
    [InlineData("cannot breathe")]
    [InlineData("can not breath")]
    [InlineData("could not breathe")]
    [InlineData("cnat breathe")]
    [InlineData("i cant really breathe well")]
    [InlineData("unable to breathe")]
    [InlineData("trouble breething")]
    [InlineData("shot of breath")]
    [InlineData("cannot swallow")]
    [InlineData("cant swallow anything")]
    [InlineData("strokes")]
    [InlineData("strok")]
    [InlineData("stoke symptoms stroke")]
    [InlineData("ambulances")]
    [InlineData("ambulence")]
    [InlineData("emergenc")]
    [InlineData("emrgency")]
    [InlineData("woke up face droop")]
    [InlineData("woke up this moring with a crooked face")]
    [InlineData("my arm is really weak")]
    [InlineData("slurred speech")]
    [InlineData("slured speech")]
    [InlineData("sudenly my face fell")]
    [InlineData("cant speek")]
    [InlineData("mouth drooped suddenly")]
    [InlineData("emergancy")]
    [InlineData("emergancy room")]
    [InlineData("not breathing")]
    [InlineData("stopped breathing")]
    [InlineData("breathing problems after botox")]
    [InlineData("breathing trouble")]
    [InlineData("can barely breathe")]
    [InlineData("cant catch my breath")]
    [InlineData("difficulty swallowing after botox")]
    [InlineData("hard to swallow")]
    [InlineData("difficulty speaking")]
    [InlineData("throat closing")]
    [InlineData("throat swelling")]
    [InlineData("anaphylaxis")]
    [InlineData("my arm went numb")]
    [InlineData("my arm feels numb")]
    [InlineData("cant move my left arm")]
    [InlineData("cant feel my arm")]
    [InlineData("one side of my body is weak")]
    [InlineData("hand weak and face weak")]
    [InlineData("cant walk")]
    [InlineData("severe headache")]
    [InlineData("heart attack")]
    [InlineData("unresponsive")]
    [InlineData("wont wake up")]
    [InlineData("last nite my mouth went")]
    [InlineData("an hour ago")]
    [InlineData("out of nowhere")]
    [InlineData("cant breeth")]
    [InlineData("stroak")]
    [InlineData("one side of my face is numb")]
    [InlineData("face paralyzed")]
    [InlineData("face drooping today")]
    [InlineData("my wife was sitting with us at the table after a long day in the garden and said that she feels a little odd and then her face looked a bit strange to me and now she cant speak to me")]
    [InlineData("my face dropped")]
    [InlineData("half my face just fell")]
    [InlineData("left side of face went")]
    [InlineData("face cant move")]
    [InlineData("my face cannot move")]
    [InlineData("face doesnt move")]
    [InlineData("mouth wont move")]
    [InlineData("half my mouth wont move")]
    [InlineData("smile wont work")]
    [InlineData("facial numbness")]
    [InlineData("numbness in face")]
    [InlineData("weakness in my face")]
    [InlineData("crooked mouth")]
    [InlineData("crooked face")]
    [InlineData("face is lopsided")]
    [InlineData("face sagging")]
    [InlineData("mouth pulled to one side")]
    [InlineData("left side numb")]
    [InlineData("left side weak")]
    [InlineData("weakness on left side")]
    [InlineData("numb on one side")]
    [InlineData("one sided weakness")]
    [InlineData("cant move left side")]
    [InlineData("my arm wont move")]
    [InlineData("arm not working")]
    [InlineData("arm went limp")]
    [InlineData("leg gave out")]
    [InlineData("arm tingly")]
    [InlineData("my arm on the right side is numb")]
    [InlineData("garbled speech")]
    [InlineData("speech is strange")]
    [InlineData("talking funny")]
    [InlineData("not making sense")]
    [InlineData("cant find my words")]
    [InlineData("stopped talking")]
    [InlineData("vision loss")]
    [InlineData("loss of vision")]
    [InlineData("losing my vision")]
    [InlineData("lost my eyesight")]
    [InlineData("blind in one eye")]
    [InlineData("confused")]
    [InlineData("sudden confusion")]
    [InlineData("my dad is confused and his face looks odd")]
    [InlineData("cant see out of one eye")]
    [InlineData("derrame cerebral")]
    [InlineData("her words come out wrong")]
    [InlineData("cant feel my face")]
    [InlineData("no feeling in my face")]
    [InlineData("lost feeling in face")]
    [InlineData("words wont come out")]
    [InlineData("speech is off")]
    [InlineData("face sliding down")]
    [InlineData("mouth slid to the side")]
    [InlineData("my face looks weird")]
    [InlineData("something wrong with my face")]
    [InlineData("left side of face is asleep")]
    [InlineData("face gone numb out of nowhere")]
    [InlineData("no puedo hablar")]
    [InlineData("no siento la cara")]
    [InlineData("tengo la boca torcida")]
    [InlineData("media cara paralizada")]
    [InlineData("se me cayo la cara")]
    [InlineData("i think im having a strok")]
    [InlineData("cantbreathe")]
    [InlineData("facenumb")]
    [InlineData("she cantbreathe")]
    [InlineData("numb tongue")]
    [InlineData("cant feel my jaw")]
    [InlineData("no feeling on left side")]
    [InlineData("face drops on one side")]
    [InlineData("cant form words")]
    [InlineData("se me durmio el brazo")]
    [InlineData("no puedo ver")]
    public void Find_WordsThatCannotWait_NameTheEmergencyNumber(string typed)
    {
        var results = _search.Find(typed);

        Assert.Contains(results.Help, help => help.Call == "911");
        Assert.NotEmpty(results.Hits);
        Assert.Equal(("Call 911 now", "tel:911"), _search.First(typed));
    }

    [Theory]
    [InlineData("what are your hours today")]
    [InlineData("botox side effects on my face")]
    [InlineData("botox for bells palsy")]
    [InlineData("dry eye burning what drops")]
    [InlineData("drooling at night")]
    [InlineData("how do i drink")]
    [InlineData("does insurance pay")]
    [InlineData("will i be able to smile again")]
    [InlineData("do nerves die")]
    [InlineData("i hate my smile")]
    [InlineData("myself")]
    [InlineData("strong muscles")]
    [InlineData("blurry eye")]
    [InlineData("surgical options")]
    [InlineData("surgrey")]
    [InlineData("surgey cost")]
    [InlineData("surgry")]
    [InlineData("surgary")]
    [InlineData("sural nerve graft")]
    [InlineData("surprised")]
    [InlineData("sour taste")]
    [InlineData("right side face twitching")]
    [InlineData("left side of face tight")]
    [InlineData("botox for one side of face")]
    [InlineData("one side of face bigger")]
    [InlineData("cant see a neurologist for 3 months")]
    [InlineData("how hard is it to see a doctor")]
    [InlineData("trouble seeing specialist")]
    [InlineData("cant see an eye doctor until monday")]
    [InlineData("confused about insurance")]
    [InlineData("confusing bill")]
    [InlineData("bells palsy is taking over my life")]
    [InlineData("take my life back")]
    [InlineData("i dont want my nerve to die")]
    [InlineData("want my dead nerve fixed")]
    [InlineData("will my nerve get better or is it dead")]
    [InlineData("faint lines")]
    [InlineData("faint smile")]
    [InlineData("just started prednisone")]
    [InlineData("i sent the form this morning")]
    [InlineData("botox two hours ago can i lie down")]
    [InlineData("weak hand writing")]
    [InlineData("bell palsy nasal valve collapse")]
    [InlineData("not responding to botox")]
    [InlineData("this bill is not making sense")]
    [InlineData("dry eye burning")]
    [InlineData("my friends stopped talking to me")]
    [InlineData("turned down by blue cross")]
    [InlineData("cooking")]
    [InlineData("fasting before surgery")]
    [InlineData("overweight")]
    [InlineData("confined")]
    [InlineData("my jaw is killing me")]
    [InlineData("self pay")]
    [InlineData("over")]
    [InlineData("confirm")]
    [InlineData("confidence")]
    [InlineData("he hides his face")]
    [InlineData("can bells palsy kill me")]
    [InlineData("metal weight in my eye")]
    [InlineData("face exercises not working")]
    [InlineData("my face muscles dont work together")]
    [InlineData("collapse of nose")]
    [InlineData("emergence of new nerves")]
    [InlineData("slurping soup")]
    [InlineData("lightning strike")]
    [InlineData("do not overdo it")]
    [InlineData("is it my fault")]
    [InlineData("no one understands how it feels to have this face")]
    [InlineData("no one knows how i feel in public")]
    [InlineData("no more tight feeling in my face")]
    [InlineData("no pain but i feel it in my cheek")]
    [InlineData("i lost weight and feel it in my face")]
    [InlineData("cant feel confident with my face")]
    [InlineData("tape on my face slides off at night")]
    [InlineData("is speech therapy off my plan")]
    [InlineData("no puedo hablar ingles")]
    [InlineData("what can go wrong with face surgery")]
    [InlineData("am i doing my face exercises wrong")]
    [InlineData("is face yoga wrong for bells palsy")]
    [InlineData("wrong muscles in my face")]
    [InlineData("nerves grew back to the wrong face muscles")]
    [InlineData("drool from mouth while asleep")]
    [InlineData("forehead doesnt move after botox")]
    [InlineData("why does my smile look weird in photos")]
    [InlineData("can botox help me")]
    public void Find_WordsThatCanWait_RaiseNoAlarm(string typed) => Assert.Empty(_search.Find(typed).Help);

    [Theory]
    [InlineData("half my face wont move")]
    [InlineData("my face wont move")]
    [InlineData("cant move my face")]
    [InlineData("half my face is paralyzed what do i do")]
    [InlineData("one side of face stopped working")]
    [InlineData("one side of my face is numb")]
    public void Find_AFaceThatDoesNotMove_NamesTheNumberAndLeadsToTheFirstHours(string typed)
    {
        var results = _search.Find(typed);

        Assert.Equal(["911"], results.Help.Select(help => help.Call));
        Assert.Equal("/articles/bells-palsy-first-72-hours", results.Hits[0].Address);
    }

    [Theory]
    [InlineData("cant breathe after botox")]
    [InlineData("throat closing")]
    [InlineData("chest pain")]
    [InlineData("chest tight")]
    [InlineData("pain in my chest")]
    [InlineData("swallowing is hard")]
    [InlineData("breathing is getting worse")]
    [InlineData("gasping")]
    [InlineData("suffocating")]
    [InlineData("throat is tight")]
    [InlineData("swelling in throat")]
    [InlineData("lips swelling")]
    [InlineData("allergic to botox")]
    [InlineData("hives")]
    [InlineData("botulism")]
    [InlineData("double vision after botox")]
    [InlineData("cant hold my head up")]
    [InlineData("i cant seem to even breathe")]
    [InlineData("cannot swallow")]
    [InlineData("anaphylaxis")]
    [InlineData("unconscious")]
    [InlineData("fainted")]
    [InlineData("baby wont wake")]
    [InlineData("not waking up")]
    [InlineData("cant wake him")]
    [InlineData("not responding")]
    [InlineData("baby turning blue")]
    [InlineData("collapsed")]
    [InlineData("convulsions")]
    [InlineData("child swallowed pills")]
    [InlineData("drank bleach")]
    [InlineData("im dying")]
    [InlineData("pregnant headache and blurry vision")]
    [InlineData("pregnant seeing spots")]
    [InlineData("preeclampsia")]
    [InlineData("no puedo respirar")]
    [InlineData("choking")]
    public void Find_WordsOfAnEmergencyThatIsNoStroke_NameItAndTheNumber(string typed)
    {
        var help = _search.Find(typed).Help.First(help => help.Call == "911");

        Assert.StartsWith("This may be an emergency", help.Line, StringComparison.Ordinal);
        Assert.Contains("breathing or swallowing, a swelling throat, chest pain", help.Line, StringComparison.Ordinal);
        Assert.Equal(("Call 911 now", "tel:911"), _search.First(typed));
    }

    [Theory]
    [InlineData("overdose")]
    [InlineData("overdosed on pills")]
    [InlineData("took a lot of pills")]
    [InlineData("swallowed all my pills")]
    [InlineData("took whole bottle of pills")]
    public void Find_AnOverdose_NamesTheCrisisLineAndTheEmergencyNumber(string typed)
    {
        Assert.Equal(["988", "911"], _search.Find(typed).Help.Select(help => help.Call));
        Assert.Equal(["tel:988", "tel:911"], _search.Addresses(typed).Take(2));
    }

    [Theory]
    [InlineData("chemical in my eye")]
    [InlineData("bleach in eye")]
    [InlineData("burned my eye")]
    [InlineData("eye is bleeding")]
    [InlineData("severe eye pain")]
    [InlineData("i got oven cleaner in my eye")]
    public void Find_AnEyeThatIsHurt_NamesWhatHelpsAnEyeAndNoStroke(string typed)
    {
        var results = _search.Find(typed);

        Assert.StartsWith("Something harmful in the eye, or an injury to it", Assert.Single(results.Help).Line, StringComparison.Ordinal);
        Assert.Equal("/articles/protect-your-eye-facial-paralysis", results.Hits[0].Address);
    }

    [Theory]
    [InlineData("cant breathe and my face dropped", 2)]
    [InlineData("my face dropped and my face is numb", 1)]
    public void Find_WordsOfSeveralEmergencies_NameEachOnceAndTheNumberOnce(string typed, int lines)
    {
        Assert.Equal(lines, _search.Find(typed).Help.Count);
        Assert.Single(_search.Addresses(typed), "tel:911");
    }

    [Theory]
    [InlineData("surgrey")]
    [InlineData("surgry")]
    public void Find_ASlipThatIsNearAWordOfAlarm_StillFindsWhatIsMeant(string typed)
    {
        var results = _search.Find(typed);

        Assert.Contains(results.Hits.SelectMany(hit => hit.Excerpt), part => part.IsFound && part.Text.StartsWith("surg", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Find_APastedText_IsReadForAlarmToItsEnd() =>
        Assert.Equal(["911"], _search.Find(string.Concat(Enumerable.Repeat("botox and the law of insurance ", 50)) + "she cannot breathe").Help.Select(help => help.Call));

    [Theory]
    [InlineData("stro", "911")]
    [InlineData("suici", "988")]
    [InlineData("kill my", "988")]
    [InlineData("this morn", "911")]
    [InlineData("emerg", "911")]
    [InlineData("overd", "988")]
    [InlineData("cant brea", "911")]
    public void Suggest_AnAlarmingWordThatIsNotTypedToItsEnd_NamesTheNumberFirst(string typed, string call) => Assert.Equal("tel:" + call, _search.First(typed).Address);

    [Theory]
    [InlineData("conf")]
    [InlineData("confi")]
    [InlineData("over")]
    [InlineData("self")]
    [InlineData("self p")]
    [InlineData("self m")]
    [InlineData("how to di")]
    [InlineData("surg")]
    [InlineData("face twi")]
    [InlineData("face wr")]
    [InlineData("social media ca")]
    public void Suggest_AWordThatMayBecomeAnother_NamesNoNumber(string typed) =>
        Assert.DoesNotContain(_search.Addresses(typed), address => address.StartsWith("tel:", StringComparison.Ordinal));

    [Fact]
    public void Find_EveryPhraseOfTheFile_RaisesItsAlarmAndIsCorrectedIntoNothing()
    {
        var phrases = _search.Catalog.Synonyms.Help.SelectMany(help => help.Say.Phrases.Select(phrase => (help, phrase))).ToList();
        Assert.True(phrases.Count > 1000);
        Assert.All(phrases, said =>
        {
            var results = _search.Find(said.phrase.TrimEnd('*'));
            Assert.Contains((said.help.Call, said.help.Line), results.Help.Select(help => (help.Call, help.Line)));
            Assert.Empty(results.Corrections);
            Assert.Empty(results.Unknown);
            Assert.NotEmpty(results.Hits);
            Assert.True(!said.help.ComesFirst || results.Hits[0].Address == Crisis, said.phrase);
        });
    }

    [Fact]
    public void Find_BeforeAnyPageIsRead_NamesTheNumberAllTheSame()
    {
        using var index = new SearchIndex();

        var results = index.Find(_search.Catalog, "killing my self");

        Assert.True(results.IsBeingMadeReady);
        Assert.Equal(["988"], results.Help.Select(help => help.Call));
        Assert.Equal(["tel:988"], index.Suggest(_search.Catalog, "kill mys").Select(suggestion => suggestion.Address));
    }

    [Fact]
    public void Find_AcuteWordsAboutSomethingElse_LeaveThePageThatFitsFarBetterFirst()
    {
        using var site = new SearchableContent();
        site.Write("aid", title: "The first hours of a droop", body: "Droop.", fields: "urgent: true")
            .Write("botox", title: "Botox: a droopy lid", body: "Botox and a droopy lid, and how long a lid droops after Botox.").Write("other", body: "Lids. Botox.")
            .WriteSynonyms("acute:\n  call: 911\n  articles: [aid]\n  say: [droop*, stroke]\n");

        Assert.Equal("botox", site.Slugs("botox droopy lid")[0]);
        Assert.Equal("aid", site.Slugs("drooping")[0]);
        Assert.Equal(["aid"], site.Slugs("stroke"));
    }

    public sealed class RealSearch : IDisposable
    {
        private readonly SearchIndex _index = new();

        public RealSearch() => _index.Update(Catalog);

        internal Content.Catalog.ContentCatalog Catalog { get; } = TestLibrary.Real().Current;

        public SearchResults Find(string typed) => _index.Find(Catalog, typed);

        public (string Title, string Address) First(string typed) => _index.Suggest(Catalog, typed)[0] is var first ? (first.Title, first.Address) : default;

        /// <summary>What is suggested, as addresses.</summary>
        public IReadOnlyList<string> Addresses(string typed) => _index.Suggest(Catalog, typed).Select(suggestion => suggestion.Address).ToList();

        public void Dispose() => _index.Dispose();
    }
}
