using System.Text;
using Resume2Website.Resumes;
using Resume2Website.Sites;

namespace Resume2Website.Tests.Stages;

/// <summary>A renderer of one page that shows the name, and of no template but its own.</summary>
internal sealed class FakeRenderer(WorkLedger ledger, Interruption interruption) : ISiteRenderer
{
    public IReadOnlyList<string> Languages { get; } = ["en"];

    public IReadOnlyList<TemplateInfo> Templates { get; } = [new("gutter", "A template.", [new("pine", "#1c6b52", "#74c9a8")])];

    public async Task<Site> RenderAsync(Resume resume, SiteOptions options, CancellationToken cancellationToken = default)
    {
        ledger.Note("Building the pages");
        await interruption.PassAsync();
        if (Templates.All(template => template.Name != options.Template)) throw new ArgumentException("No such template.", nameof(options));
        return new Site(
        [
            new SiteFile("index.html", "text/html", Encoding.UTF8.GetBytes($"<h1>{resume.Basics.Name}</h1>")),
            new SiteFile("style.css", "text/css", "h1{}"u8.ToArray()),
        ]);
    }
}
