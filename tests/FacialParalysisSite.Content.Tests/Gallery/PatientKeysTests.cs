using FacialParalysisSite.Content.Gallery;

namespace FacialParalysisSite.Content.Tests.Gallery;

/// <summary>What is remembered of patients' pictures outlives faults of the disk, or somebody hears of it.</summary>
public sealed class PatientKeysTests : IDisposable
{
    private static readonly string One = new('1', 64);

    private static readonly string Two = new('2', 64);

    private static readonly string Three = new('3', 64);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keys-tests-");

    private string Keys => Path.Combine(_folder.FullName, "images", "patients.keys");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Add_AfterARestart_KeepsWhatWasKnown()
    {
        Start(One, Two);

        Assert.True(Start(Three).Have(One));
        AssertKept(One, Two, Three);
    }

    [Fact]
    public void Add_NothingToAFileThatIsNotThere_WritesNone()
    {
        Assert.False(Start().IsFaulty);

        Assert.False(File.Exists(Keys));
    }

    [Fact]
    public void Add_ToAFileWithALineThatIsNone_KeepsTheOthersAndWhatWasThereUntilSomebodyHasSeenIt()
    {
        Start(One);
        var damaged = One + "\n" + Two[..20];
        File.WriteAllText(Keys, damaged);

        Start(Three);

        Assert.True(Start().Have(Three));
        AssertKept(One, Three);
        Assert.True(Start().IsFaulty);
        Assert.Equal(damaged, File.ReadAllText(Keys + ".damaged"));
        File.Delete(Keys + ".damaged");
        Assert.False(Start().IsFaulty);
    }

    /// <summary>A folder in its place, as one that may not be read.</summary>
    [Fact]
    public void Add_ToAFileThatCannotBeRead_SaysSoAndWritesAllWhenItCan()
    {
        Directory.CreateDirectory(Keys);
        var keys = Start();
        Assert.True(keys.IsFaulty);
        keys.Add([One]);
        Assert.True(keys.Have(One));

        Directory.Delete(Keys);
        File.WriteAllText(Keys, Two + "\n");
        keys.Add([]);

        Assert.False(keys.IsFaulty);
        Assert.True(keys.Have(Two));
        AssertKept(One, Two);
    }

    [Fact]
    public void Add_WhereNothingCanBeWritten_SaysSoAndWritesAllWhenItCan()
    {
        File.WriteAllText(Path.GetDirectoryName(Keys)!, "no folder");
        var keys = Start(One);
        Assert.True(keys.IsFaulty);
        keys.Add([Two]);

        File.Delete(Path.GetDirectoryName(Keys)!);
        keys.Add([]);

        Assert.False(keys.IsFaulty);
        AssertKept(One, Two);
    }

    [Fact]
    public void Add_AfterTheFileWasDeleted_WritesAllAgain()
    {
        var keys = Start(One, Two);
        File.Delete(Keys);

        keys.Add([]);

        AssertKept(One, Two);
    }

    private PatientKeys Start(params string[] come)
    {
        var keys = new PatientKeys(Keys);
        keys.Add(come);
        return keys;
    }

    private void AssertKept(params string[] keys) => Assert.Equal(keys, File.ReadAllLines(Keys).Order(StringComparer.Ordinal));
}
