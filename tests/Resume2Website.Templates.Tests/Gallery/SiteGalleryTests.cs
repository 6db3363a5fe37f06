using AngleSharp.Html.Parser;
using Resume2Website.Sites;
using Resume2Website.Sites.Gates;
using Resume2Website.Templates.Gallery;

namespace Resume2Website.Templates.Tests.Gallery;

public sealed class SiteGalleryTests
{
    [Fact]
    public async Task Gallery_HoldsEveryTemplateOnThreePeople_AndPassesTheGates()
    {
        using var renderer = new TemplateSiteRenderer();
        var gallery = await new SiteGallery(renderer).RenderAsync(TestContext.Current.CancellationToken);
        var links = new HtmlParser().ParseDocument(gallery.Text("index.html")).QuerySelectorAll("a, iframe").Select(link => link.GetAttribute("href") ?? link.GetAttribute("src")!).ToArray();

        links.Distinct().Should().HaveCount(renderer.Templates.Count * 3);
        foreach (var link in links) gallery.Find(link).Should().NotBeNull(link);
        foreach (var template in renderer.Templates)
        {
            foreach (var (index, person) in GalleryPerson.All.Index())
            {
                var folder = $"{template.Name}/{person.Name}/";
                var site = new Site([.. gallery.Files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal)).Select(file => file with { Path = file.Path[folder.Length..] })]);
                var options = new SiteOptions { Template = template.Name, Accent = template.Accents[index].Name };
                SiteGates.Check(person.Resume, options, site).Should().BeEmpty(folder);
            }
        }
    }

    [Fact]
    public async Task Scholar_WithASectionOfTeaching_ShowsItBeforeTheTalks()
    {
        var noa = GalleryPerson.All.Single(person => person.Name == "noa-barlev").Resume;
        var titles = (await Rendering.SiteOf(noa, Rendering.Today with { Template = "scholar" })).Page().QuerySelectorAll("h2").Select(title => title.TextContent).ToArray();

        titles.Should().ContainInConsecutiveOrder("פרסומים", "הוראה", "הרצאות").And.OnlyHaveUniqueItems();
    }
}
