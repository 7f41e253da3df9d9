namespace FacialParalysisSite.Content.Problems;

/// <summary>
/// The kinds of problem a content file can have. A code never changes its meaning and is never used again:
/// 00xx files, 01xx front matter and YAML, 02xx references between files, 03xx Markdown, 04xx medical review and evidence,
/// 05xx addresses, 06xx the gallery and its permissions.
/// </summary>
public sealed class ProblemCode
{
    private static readonly List<ProblemCode> Known = [];

    public static readonly ProblemCode FileTooLarge = Error("FP0001");
    public static readonly ProblemCode NotUtf8 = Error("FP0002");
    public static readonly ProblemCode LinkOutOfContent = Error("FP0003");
    public static readonly ProblemCode Unreadable = Error("FP0004");
    public static readonly ProblemCode BadFileName = Error("FP0005");
    public static readonly ProblemCode UnexpectedFile = Warning("FP0006");
    public static readonly ProblemCode MissingFile = Error("FP0007");
    public static readonly ProblemCode NotAPicture = Error("FP0008");
    public static readonly ProblemCode FaultOfTheSite = Error("FP0009");
    public static readonly ProblemCode NoCharacter = Error("FP0010");
    public static readonly ProblemCode DamagedPicture = Error("FP0011");
    public static readonly ProblemCode TooManyPixels = Error("FP0012");
    public static readonly ProblemCode OversizedPicture = Warning("FP0013");

    public static readonly ProblemCode NoFrontMatter = Error("FP0101");
    public static readonly ProblemCode FrontMatterNotClosed = Error("FP0102");
    public static readonly ProblemCode UnknownField = Error("FP0103");
    public static readonly ProblemCode MissingField = Error("FP0104");
    public static readonly ProblemCode WrongType = Error("FP0105");
    public static readonly ProblemCode BadDate = Error("FP0106");
    public static readonly ProblemCode BadYaml = Error("FP0107");
    public static readonly ProblemCode YamlAlias = Error("FP0108");
    public static readonly ProblemCode RepeatedField = Error("FP0109");
    public static readonly ProblemCode OutOfRange = Error("FP0110");
    public static readonly ProblemCode Contradiction = Error("FP0111");
    public static readonly ProblemCode YamlTooDeep = Error("FP0112");
    public static readonly ProblemCode BadAddress = Error("FP0113");
    public static readonly ProblemCode BadSlug = Error("FP0114");
    public static readonly ProblemCode BadPhone = Error("FP0115");

    public static readonly ProblemCode DuplicateSlug = Error("FP0201");
    public static readonly ProblemCode DuplicateAlias = Error("FP0202");
    public static readonly ProblemCode UnknownCategory = Error("FP0203");
    public static readonly ProblemCode UnknownTag = Error("FP0204");
    public static readonly ProblemCode UnknownPerson = Error("FP0205");
    public static readonly ProblemCode UnknownArticle = Error("FP0206");
    public static readonly ProblemCode AliasIsTaken = Error("FP0207");
    public static readonly ProblemCode ReservedSlug = Error("FP0208");
    public static readonly ProblemCode ReviewerIsNoClinician = Error("FP0209");
    public static readonly ProblemCode DateInTheFuture = Error("FP0210");
    public static readonly ProblemCode DuplicateHub = Error("FP0213");
    public static readonly ProblemCode ReviewerIsNotConfirmed = Error("FP0214");
    public static readonly ProblemCode BadSecurityDate = Warning("FP0215");

    public static readonly ProblemCode BrokenLink = Error("FP0301");
    public static readonly ProblemCode BrokenAnchor = Error("FP0302");
    public static readonly ProblemCode MissingPicture = Error("FP0303");
    public static readonly ProblemCode NoAltText = Error("FP0304");
    public static readonly ProblemCode RawHtml = Warning("FP0305");
    public static readonly ProblemCode UnsafeLink = Error("FP0306");
    public static readonly ProblemCode UnknownCitation = Error("FP0307");
    public static readonly ProblemCode UncitedSource = Warning("FP0308");
    public static readonly ProblemCode UnknownCallout = Error("FP0309");
    public static readonly ProblemCode TopHeading = Error("FP0310");
    public static readonly ProblemCode MarkdownTooDeep = Error("FP0311");
    public static readonly ProblemCode SkippedHeading = Error("FP0312");
    public static readonly ProblemCode BadHeadingId = Error("FP0313");
    public static readonly ProblemCode LinkToUnpublished = Warning("FP0314");
    public static readonly ProblemCode EmptyBody = Error("FP0315");
    public static readonly ProblemCode UnknownPlaceholder = Error("FP0316");
    public static readonly ProblemCode EmptyHeading = Error("FP0317");
    public static readonly ProblemCode EmptyLink = Error("FP0318");
    public static readonly ProblemCode TextTooLong = Error("FP0319");
    public static readonly ProblemCode DuplicateTerm = Warning("FP0320");
    public static readonly ProblemCode UnknownFigure = Error("FP0321");
    public static readonly ProblemCode FigureInText = Error("FP0322");
    public static readonly ProblemCode RepeatedFigure = Error("FP0323");
    public static readonly ProblemCode TermTooLong = Warning("FP0324");

    public static readonly ProblemCode AwaitingReview = Warning("FP0401");
    public static readonly ProblemCode ReviewOverdue = Warning("FP0402");
    public static readonly ProblemCode TextTooHard = Warning("FP0403");
    public static readonly ProblemCode InShortTooHard = Warning("FP0404");
    public static readonly ProblemCode Superlative = Warning("FP0405");
    public static readonly ProblemCode Promise = Warning("FP0406");
    public static readonly ProblemCode BrandFirstUse = Warning("FP0407");
    public static readonly ProblemCode UncitedNumber = Warning("FP0408");
    public static readonly ProblemCode NoSources = Warning("FP0409");
    public static readonly ProblemCode MissingNotice = Warning("FP0410");
    public static readonly ProblemCode MissingStatement = Warning("FP0411");
    public static readonly ProblemCode MissingSection = Warning("FP0412");
    public static readonly ProblemCode UncitedFigure = Warning("FP0413");
    public static readonly ProblemCode MissingClinical = Warning("FP0414");
    public static readonly ProblemCode CheckSwitchedOff = Warning("FP0415");

    public static readonly ProblemCode BadListedAddress = Error("FP0501");
    public static readonly ProblemCode AddressListedTwice = Warning("FP0502");
    public static readonly ProblemCode AddressIsDead = Error("FP0503");
    public static readonly ProblemCode NoAddressListed = Error("FP0504");

    public static readonly ProblemCode NoAuthorization = Error("FP0601");
    public static readonly ProblemCode AuthorizationNotForWeb = Error("FP0602");
    public static readonly ProblemCode AuthorizationWithdrawn = Warning("FP0603");
    public static readonly ProblemCode AuthorizationExpired = Warning("FP0604");
    public static readonly ProblemCode AuthorizationExpiresSoon = Warning("FP0605");
    public static readonly ProblemCode PatientPictureElsewhere = Error("FP0606");
    public static readonly ProblemCode PatientPictureMisplaced = Error("FP0607");
    public static readonly ProblemCode NotADrawing = Error("FP0608");
    public static readonly ProblemCode UnusedPatientPicture = Warning("FP0609");
    public static readonly ProblemCode UnevenPictures = Warning("FP0610");
    public static readonly ProblemCode PatientPictureTwice = Error("FP0611");

    private ProblemCode(string id, Severity severity)
    {
        Id = id;
        Severity = severity;
        Known.Add(this);
    }

    /// <summary>Every code there is, in order.</summary>
    public static IReadOnlyList<ProblemCode> All => Known;

    /// <summary>The code as it is printed: <c>FP0103</c>.</summary>
    public string Id { get; }

    public Severity Severity { get; }

    /// <summary>Whether it is about the fields of a file, so that what they say may not be known.</summary>
    internal bool IsOfFrontMatter => Id.StartsWith("FP01", StringComparison.Ordinal);

    public override string ToString() => Id;

    private static ProblemCode Error(string id) => new(id, Severity.Error);

    private static ProblemCode Warning(string id) => new(id, Severity.Warning);
}
