using System.Net;
using FacialParalysisSite.Content;
using FacialParalysisSite.Content.Library;
using FacialParalysisSite.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FacialParalysisSite.Web.Tests.Reading;

/// <summary>The content of the repository with 200 faults put into it, one after the other, while people read.</summary>
public sealed class MutatedContentTests : IDisposable
{
    private const int Faults = 200;

    private readonly TemporaryFolder _folder = new();
    private readonly SiteHost _site = new();

    public void Dispose()
    {
        _site.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Reload_EachOf200Faults_IsNamedWithItsLineAndChangesNoPageByAByte()
    {
        CopyRealContent();
        _site.With("Content:Root", _folder["content"]);
        var library = _site.Services.GetRequiredService<ContentLibrary>();
        var before = await PagesAsync(library);
        Assert.True(before.Count > 60);
        Assert.All(before.Values, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        var known = library.Problems;
        var files = new[] { "articles", "pages", "" }.SelectMany(folder => Directory.GetFiles(Path.Combine(_folder["content"], folder)))
            .Where(file => Path.GetFileName(file) != "README.md" && Path.GetExtension(file) is ".md" or ".yml").Order(StringComparer.Ordinal).ToList();
        var random = new Random(20261127);

        for (var number = 0; number < Faults; number++)
        {
            var file = files[random.Next(files.Count)];
            var path = Path.GetRelativePath(_folder["content"], file);
            var good = await File.ReadAllTextAsync(file);
            var mutation = Mutation.Of(path, good, number, random);

            await File.WriteAllBytesAsync(file, mutation.Bytes);
            var problems = library.Reload(new HashSet<string>([path])).Problems;

            var told = problems.Where(problem => problem.File == path).Select(problem => $"{problem.Code.Id} in line {problem.At.Line}").ToList();
            Assert.True(told.Contains($"{mutation.Code} in line {mutation.Line}"), $"Fault {number}, {path}: expected {mutation.Code} in line {mutation.Line}, but was told {string.Join(", ", told)}");
            Assert.Equal(known.Where(problem => problem.File != path), problems.Where(problem => problem.File != path));
            foreach (var (address, page) in await PagesAsync(library))
            {
                Assert.True(page.Bytes.AsSpan().SequenceEqual(before[address].Bytes), $"Fault {number}, {path}: {address} answers {(int)page.Status} and is not what it was");
            }

            await File.WriteAllTextAsync(file, good);
            Assert.Equal(known, library.Reload(new HashSet<string>([path])).Problems);
        }
    }

    private void CopyRealContent()
    {
        foreach (var file in Directory.GetFiles(Repository.Content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder["content"], Path.GetRelativePath(Repository.Content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private async Task<Dictionary<string, Answer>> PagesAsync(ContentLibrary library)
    {
        var catalog = library.Current;
        var addresses = catalog.Articles.Select(article => article.Address).Concat(catalog.Pages.Select(page => page.Address))
            .Concat(catalog.Categories.Select(category => catalog.AddressOf(category)))
            .Concat(catalog.Tags.Select(tag => SiteAddresses.OfTag(tag.Slug)))
            .Append("/").Append(SiteAddresses.Articles);
        var pages = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var address in addresses.Distinct())
        {
            pages[address] = await _site.GetAsync(address);
        }

        return pages;
    }
}
