using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Documents;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Operators;

namespace Resume2Website.Server.Tests.Operators;

/// <summary>What the server says of the programs that some formats need.</summary>
public sealed class ProgramsTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly DirectoryInfo _path = Directory.CreateTempSubdirectory("programs-");

    [Fact]
    public async Task Ready_WithoutThePrograms_SaysSoAndIsReady()
    {
        await using var app = ServerHost.Build(["--urls", "http://127.0.0.1:0", "--Resume2Website:DataDirectory", _data.Path], services => services.AddSingleton(new DocumentPrograms(_path.FullName)));

        var report = await app.Services.GetRequiredService<Readiness>().CheckAsync(TestContext.Current.CancellationToken);

        report.Status.Should().Be("ok");
        (report.Checks!["ocr"], report.Checks["rasterizer"], report.Checks["office"]).Should().Be(("unavailable", "unavailable", "unavailable"));
    }

    [Fact]
    public async Task Ready_WithThePrograms_SaysSo()
    {
        Install("tesseract", "pdftoppm", "soffice", "soffice.bin");
        await using var app = ServerHost.Build(["--urls", "http://127.0.0.1:0", "--Resume2Website:DataDirectory", _data.Path], services => services.AddSingleton(new DocumentPrograms(_path.FullName)));

        var report = await app.Services.GetRequiredService<Readiness>().CheckAsync(TestContext.Current.CancellationToken);

        (report.Checks!["ocr"], report.Checks["rasterizer"], report.Checks["office"]).Should().Be(("ok", "ok", "ok"));
    }

    [Fact]
    public void Accepted_AreTheKindsWhosePrograms_AreThere()
    {
        string[] always = ["PDF", "Word (.docx)", "text", "Markdown", "JSON Resume"];
        Names().Should().BeEquivalentTo(always);

        Install("tesseract");
        Names().Should().BeEquivalentTo([.. always, "scans and photos of its pages"]);

        Install("pdftoppm");
        Names().Should().BeEquivalentTo([.. always, "scans and photos of its pages", "TIFF"]);

        Install("soffice", "soffice.bin");
        Names().Should().BeEquivalentTo([.. always, "scans and photos of its pages", "TIFF", "Word 97 (.doc)", "Rich Text", "OpenDocument"]);
    }

    public void Dispose()
    {
        _path.Delete(recursive: true);
        _data.Dispose();
    }

    private IEnumerable<string> Names() => AcceptedFormat.With(new DocumentPrograms(_path.FullName)).Select(format => format.Name);

    private void Install(params string[] programs)
    {
        foreach (var program in programs) File.WriteAllText(Path.Combine(_path.FullName, program), "");
    }
}
