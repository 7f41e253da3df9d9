namespace FacialParalysisSite.Browser.Tests.Hosting;

/// <summary>The least that a site needs, and what a test adds to it.</summary>
internal static class SmallContent
{
    private static readonly (string Path, string Text)[] Base =
    [
        ("clinic.yml", "name: N\nphone: (310) 657-2203\ncity: C\nurgent: Call 911.\noffLabel: O\n"),
        ("categories.yml", "- slug: c\n  title: C\n  summary: S\n"),
        ("tags.yml", "- slug: t\n  title: T\n"),
        ("home.yml", "title: T\nlead: L\n"),
        ("checks.yml", "sources: false\n"),
        ("addresses.txt", "/\n"),
        ("people/a.md", "---\nname: A\nrole: R\nclinician: true\n---\nText.\n"),
    ];

    public static void Write(string folder, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in Base.Concat(files))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
