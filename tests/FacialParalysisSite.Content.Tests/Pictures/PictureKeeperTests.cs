using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Content.Pictures;
using FacialParalysisSite.Content.Tests.Files;
using FacialParalysisSite.Content.Tests.Gallery;

namespace FacialParalysisSite.Content.Tests.Pictures;

public sealed class PictureKeeperTests : IDisposable
{
    /// <summary>Instead of the real program: it copies what was made before, and notes each call.</summary>
    private const string Copying =
        """
        #!/bin/sh
        for argument; do case "$argument" in --output=*) file=${argument#--output=};; esac; done
        file=${file%%\[*}
        echo "$file" >> NOTES
        case "$file" in master.png) cp original "$file";; *.avif) cp SAMPLES/halves.avif "$file";; *.webp) cp SAMPLES/halves.webp "$file";; *) cp SAMPLES/halves.jpg "$file";; esac
        """;

    private readonly TestContent _content = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keeper-tests-");

    private string Store => Path.Combine(_folder.FullName, "images");

    private string Notes => Path.Combine(_folder.FullName, "notes");

    public void Dispose()
    {
        _content.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Make_APictureOfAPage_ShowsItOnThePageAtTheSamePlace()
    {
        ShowOn("first-picture.png");
        var library = Load();
        Assert.Contains("<svg class=\"picture__space\" width=\"24\" height=\"16\"", HtmlOf(library), StringComparison.Ordinal);

        var state = await MakeAsync(Keeper(library, Program(Copying)));

        Assert.Equal(PictureState.Well, state with { Refused = PictureState.Well.Refused });
        Assert.Contains("width=\"24\" height=\"16\"", HtmlOf(library), StringComparison.Ordinal);
        var variant = library.Current.PictureOf("images/first-picture.png")!.Plain!;
        Assert.Matches("^/pictures/first-picture-[0-9a-f]{12}-24\\.jpg$", variant.Address);
        Assert.True(File.Exists(library.Current.FindPicture(variant.Address)!.File));
    }

    [Fact]
    public async Task Make_AfterARestart_HasEverythingAtOnceAndMakesNothing()
    {
        ShowOn("a.png");
        await MakeAsync(Keeper(Load(), Program(Copying)));
        File.Delete(Notes);

        var library = Load();

        Assert.True(library.Current.PictureOf("images/a.png")!.IsReady);
        await MakeAsync(Keeper(library, Program(Copying)));
        Assert.False(File.Exists(Notes));
    }

    [Fact]
    public async Task Make_AfterAnEditOfAText_MakesNothing()
    {
        ShowOn("a.png");
        var library = Load();
        var keeper = Keeper(library, Program(Copying));
        await MakeAsync(keeper);
        File.Delete(Notes);
        _content.Change("articles/shows.md", "A title", "Another title");
        Assert.True(library.Reload().Changed);

        await MakeAsync(keeper);

        Assert.False(File.Exists(Notes));
        Assert.True(library.Current.PictureOf("images/a.png")!.IsReady);
    }

    [Fact]
    public async Task Make_ADraftsPicture_IsMadeAfterWhatCanBeSeenAndServedToNobody()
    {
        _content.Write("images/a-draft.png", TestPicture.WithExif(TestPicture.Read("halves.png"), 1));
        _content.Write("articles/a.md", TestArticle.With("draft: true", "![A face](../images/a-draft.png)"));
        ShowOn("z.png");
        var library = Load();

        await MakeAsync(Keeper(library, Program(Copying)));

        Assert.Equal(2, Directory.GetDirectories(Store).Length);
        Assert.Null(library.Current.PictureOf("images/a-draft.png"));
        Assert.Equal(["images/z.png", "images/a-draft.png"], library.Current.WantedPictures.Select(picture => picture.Path));
    }

    [Fact]
    public async Task Make_WithoutTheProgram_SaysSoAndPagesHavePlaces()
    {
        ShowOn("a.png");
        var library = Load();

        var state = await MakeAsync(Keeper(library, "no-such-program-anywhere"));

        Assert.Equal((1, PictureFault.NoProgram), (state.Waiting, state.Fault));
        Assert.Contains("aria-label=\"A face\"", HtmlOf(library), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Store));
    }

    [Fact]
    public async Task Make_WithTheProgramSwitchedOff_IsNoFault()
    {
        ShowOn("a.png");

        Assert.Equal(PictureFault.None, (await MakeAsync(Keeper(Load(), ""))).Fault);
    }

    [Fact]
    public async Task Make_WhereNothingCanBeWritten_SaysSoAndGoesOnWhenItCan()
    {
        ShowOn("a.png");
        var library = Load();
        File.WriteAllText(Store, "no folder");
        var keeper = Keeper(library, Program(Copying));

        Assert.Equal(PictureFault.NoRoom, (await MakeAsync(keeper)).Fault);

        File.Delete(Store);
        Assert.Equal(PictureFault.None, (await MakeAsync(keeper)).Fault);
        Assert.True(library.Current.PictureOf("images/a.png")!.IsReady);
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("kill -9 $$")]
    [InlineData("exit 0")]
    [InlineData("cp original 24.avif; exit 0")]
    public async Task Make_APictureThatTheProgramCannotRead_IsNamedAndHoldsUpNoOther(string fault)
    {
        ShowOn("a.png", "b.png");
        _content.Write("images/a.png", TestPicture.WithExif(TestPicture.Read("halves.png"), 1));
        var library = Load();
        var keeper = Keeper(library, Program(Copying.Replace("file=${file%%", $"cmp -s original '{_content.PathOf("images/a.png")}' && {{ {fault}; }}\nfile=${{file%%", StringComparison.Ordinal)));

        var state = await MakeAsync(keeper);

        Assert.Equal((1, PictureFault.Refused), (state.Waiting, state.Fault));
        Assert.Equal(["content/images/a.png"], state.Refused);
        Assert.True(library.Current.PictureOf("images/b.png")!.IsReady);
        Assert.False(library.Current.PictureOf("images/a.png")!.IsReady);
        Assert.Single(Directory.GetFileSystemEntries(Store));
    }

    [Fact]
    public async Task Make_APictureThatWasRefused_IsTriedAgainLater()
    {
        ShowOn("a.png");
        var library = Load();
        var keeper = Keeper(library, Program("#!/bin/sh\nexit 1"));
        await MakeAsync(keeper);
        Program(Copying);

        Assert.Equal(1, (await MakeAsync(keeper)).Waiting);
        _content.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, (await MakeAsync(keeper)).Waiting);
    }

    [Fact]
    public async Task Make_OfSomethingElseThanWhatWasChecked_MakesNothing()
    {
        ShowOn("a.png");
        var library = Load();
        _content.Write("images/a.png", TestPicture.Read("halves.jpg"));

        await MakeAsync(Keeper(library, Program(Copying)));

        Assert.False(File.Exists(Notes));
    }

    [Fact]
    public async Task Make_EndedInTheMidst_LeavesNothingAndIsDoneAtTheNextStart()
    {
        ShowOn("a.png");
        using var stop = new CancellationTokenSource();
        var begun = Path.Combine(_folder.FullName, "begun");
        NamedPipe.Make(begun);
        var making = Keeper(Load(), Program(Copying + $"\nif [ \"$file\" = 24.webp ]; then echo > '{begun}'; sleep 600; fi\n")).MakeAsync(stop.Token);
        await NamedPipe.ReadAsync(begun);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => making);

        Assert.Empty(Directory.GetFileSystemEntries(Store));
        var library = Load();
        await MakeAsync(Keeper(library, Program(Copying)));
        Assert.True(library.Current.PictureOf("images/a.png")!.IsReady);
    }

    [Fact]
    public async Task Make_AfterTheSiteWasKilled_DeletesWhatWasHalfMade()
    {
        ShowOn("a.png");
        var half = Path.Combine(Store, ".making-0123456789abcdef");
        Directory.CreateDirectory(half);
        await File.WriteAllBytesAsync(Path.Combine(half, "24.avif"), [1]);
        var library = Load();
        Assert.False(library.Current.PictureOf("images/a.png")!.IsReady);

        await MakeAsync(Keeper(library, Program(Copying)));

        Assert.False(Directory.Exists(half));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Make_WhereFilesWereLost_MakesThemAgain(bool isEmptied)
    {
        ShowOn("a.png");
        var library = Load();
        var keeper = Keeper(library, Program(Copying));
        await MakeAsync(keeper);
        var file = library.Current.PictureOf("images/a.png")!.Plain!.File;
        await File.WriteAllTextAsync(file, "");
        if (!isEmptied)
        {
            File.Delete(file);
        }

        Assert.False(Load().Current.PictureOf("images/a.png")!.IsReady);
        _content.Time.Advance(TimeSpan.FromMinutes(2));
        await MakeAsync(keeper);

        Assert.NotEqual(0, new FileInfo(file).Length);
    }

    [Fact]
    public async Task Make_WhatIsNoLongerShown_IsDeletedAfterAnHour()
    {
        ShowOn("a.png");
        var library = Load();
        var keeper = Keeper(library, Program(Copying));
        await MakeAsync(keeper);
        _content.Delete("articles/shows.md");
        library.Reload();
        Assert.Null(library.Current.PictureOf("images/a.png"));

        _content.Time.Advance(TimeSpan.FromMinutes(2));
        await MakeAsync(keeper);
        Assert.Single(Directory.GetDirectories(Store));
        _content.Time.Advance(TimeSpan.FromMinutes(61));
        await MakeAsync(keeper);
        Assert.Empty(Directory.GetDirectories(Store));
    }

    [Fact]
    public void Purge_PatientsPicturesThatNothingShows_DeletesThemAtOnceAndNoOther()
    {
        var patient = Path.Combine(Store, "patients", new string('a', 64));
        var other = Path.Combine(Store, new string('b', 64));
        Directory.CreateDirectory(patient);
        Directory.CreateDirectory(other);
        File.WriteAllBytes(Path.Combine(patient, "320.avif"), [1]);
        var keeper = Keeper(Load(), "");

        Assert.Equal(1, keeper.Purge());

        Assert.False(Directory.Exists(patient));
        Assert.True(Directory.Exists(other));
        Assert.Equal(0, keeper.Purge());
    }

    /// <summary>Making takes up to three minutes, and a permission that was taken back one at most.</summary>
    [Fact]
    public async Task Purge_WhileAPatientsPictureIsMade_EndsThatAndLeavesNothing()
    {
        foreach (var picture in TestCase.PatientPictures)
        {
            _content.Write(picture, TestPng.Of(picture, width: 24, height: 16));
        }

        _content.Write("gallery/x.md", TestCase.Patient());
        var library = Load();
        var begun = Path.Combine(_folder.FullName, "begun");
        NamedPipe.Make(begun);
        var keeper = Keeper(library, Program(Copying + $"\nif [ \"$file\" = 24.webp ]; then echo > '{begun}'; sleep 600; fi\n"));
        var making = MakeAsync(keeper);
        await NamedPipe.ReadAsync(begun);
        _content.Delete("gallery/x.md");
        library.Reload();

        keeper.Purge();

        Assert.Equal(PictureState.Well, await making.WaitAsync(TimeSpan.FromMinutes(1)) with { Refused = PictureState.Well.Refused });
        Assert.Empty(Directory.GetDirectories(Store));
    }

    [OrdinaryUserTheory]
    [InlineData('a', 'b')]
    [InlineData('b', 'a')]
    public void Purge_OneThatCannotBeDeleted_SaysSoAndKeepsNoOther(char stuck, char other)
    {
        var keeper = Keeper(Load(), "");
        var folders = new[] { stuck, other }.Select(key => Path.Combine(Store, "patients", new string(key, 64))).ToList();
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, "320.avif"), [1]);
        }

        foreach (var folder in new[] { _folder.FullName, Store, Path.GetDirectoryName(folders[0])!, folders[1] })
        {
            SetMode(folder, (UnixFileMode)0b111_111_111);
        }

        SetMode(folders[0], (UnixFileMode)0b101_101_101);
        try
        {
            var fault = Record.Exception(() => { OrdinaryUser.Do(keeper.Purge); });

            Assert.True(Directory.Exists(folders[0]));
            Assert.False(Directory.Exists(folders[1]));
            Assert.IsType<IOException>(fault);
        }
        finally
        {
            SetMode(folders[0], (UnixFileMode)0b111_111_111);
        }

        Assert.Equal(1, keeper.Purge());
    }

    [Fact]
    public async Task Make_WhatCouldNotBeDeletedBefore_IsDeletedAtTheNextLook()
    {
        var keeper = Keeper(Load(), "");
        await MakeAsync(keeper);
        var left = Path.Combine(Store, ".making-0123456789abcdef");
        Directory.CreateDirectory(left);
        await File.WriteAllBytesAsync(Path.Combine(left, "original"), [1]);

        _content.Time.Advance(TimeSpan.FromMinutes(2));
        await MakeAsync(keeper);

        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public async Task Make_AfterTheOriginalWasAwayForADay_MakesIt()
    {
        ShowOn("a.png");
        var original = await File.ReadAllBytesAsync(_content.PathOf("images/a.png"));
        var library = Load();
        var keeper = Keeper(library, Program(Copying));
        _content.Delete("images/a.png");
        for (var hour = 0; hour < 24; hour++)
        {
            Assert.Equal(1, (await MakeAsync(keeper)).Waiting);
            _content.Time.Advance(TimeSpan.FromHours(1));
        }

        _content.Write("images/a.png", original);

        Assert.Equal(0, (await MakeAsync(keeper)).Waiting);
        Assert.True(library.Current.PictureOf("images/a.png")!.IsReady);
    }

    private static Task<PictureState> MakeAsync(PictureKeeper keeper) => keeper.MakeAsync(CancellationToken.None);

    private PictureKeeper Keeper(ContentLibrary library, string program) => new(library, _content.Root, program, _content.Time);

    private ContentLibrary Load()
    {
        var library = new ContentLibrary(_content.Settings() with { Pictures = Store }, _content.Time);
        library.Reload();
        return library;
    }

    private void ShowOn(params string[] pictures)
    {
        foreach (var picture in pictures)
        {
            _content.Write("images/" + picture, TestPng.Of("images/" + picture, width: 24, height: 16));
        }

        _content.Write("articles/shows.md", TestArticle.With("", string.Join("\n\n", pictures.Select(picture => $"![A face](../images/{picture})"))));
    }

    private static string HtmlOf(ContentLibrary library) => library.Current.HtmlOf(library.Current.FindArticle("shows").Item!);

    private string Program(string script)
    {
        var path = Path.Combine(_folder.FullName, "program");
        File.WriteAllText(path + ".new", script
            .Replace("NOTES", $"'{Notes}'", StringComparison.Ordinal)
            .Replace("SAMPLES", $"'{Path.Combine(AppContext.BaseDirectory, "Fixtures", "Pictures")}'", StringComparison.Ordinal) + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.Move(path + ".new", path, overwrite: true);
        return path;
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
