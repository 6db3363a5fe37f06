using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Resume2Website.Resumes;
using Resume2Website.Sites;

namespace Resume2Website.Templates.Tests;

/// <summary>What all tests of sites do: render, and read the result.</summary>
internal static class Rendering
{
    public static SiteOptions Today { get; } = new() { AsOf = new DateOnly(2026, 11, 1) };

    public static IReadOnlyList<TemplateInfo> Templates { get; } = TheTemplates();

    public static TheoryData<string, string> TemplatesAndPeople =>
        [.. Templates.SelectMany(template => new[] { "rich", "sparse", "hostile" }.Select(person => (template.Name, person)))];

    public static async Task<Site> SiteOf(Resume resume, SiteOptions? options = null)
    {
        using var renderer = new TemplateSiteRenderer();
        return await renderer.RenderAsync(resume, options ?? Today, TestContext.Current.CancellationToken);
    }

    public static string Text(this Site site, string path) => Encoding.UTF8.GetString(site.Find(path)!.Content.Span);

    public static IHtmlDocument Page(this Site site) => new HtmlParser().ParseDocument(site.Text("index.html"));

    /// <summary>The site with one file changed.</summary>
    public static Site With(this Site site, string path, Func<string, string> change)
    {
        var before = site.Text(path);
        var after = change(before);
        after.Should().NotBe(before, "a seeded fault that changes nothing proves nothing");
        return new Site([.. site.Files.Select(file => file.Path == path ? file with { Content = Encoding.UTF8.GetBytes(after) } : file)]);
    }

    private static IReadOnlyList<TemplateInfo> TheTemplates()
    {
        using var renderer = new TemplateSiteRenderer();
        return renderer.Templates;
    }
}
