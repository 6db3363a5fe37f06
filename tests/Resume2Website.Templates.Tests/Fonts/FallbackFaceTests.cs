using System.Globalization;
using Microsoft.Playwright;
using Resume2Website.SiteChecks;
using Resume2Website.Templates.Fonts;
using Resume2Website.Templates.Tests.Browsers;
using Resume2Website.Templates.Tests.People;

namespace Resume2Website.Templates.Tests.Fonts;

/// <summary>What stands in for a font takes the room that the font will take.</summary>
[Trait("Speed", "Slow")]
public sealed class FallbackFaceTests(MeasuredSites sites) : IClassFixture<MeasuredSites>
{
    /// <summary>Prose in four languages: letters as often as they come in CVs.</summary>
    private const string Prose =
        "Led the redesign of a booking system for nine harbours, from first sketch to daily use; trained 40 colleagues and cut the time per booking by a third. "
        + "Verantwortlich für Planung und Betrieb von Lagersystemen, zuletzt als Leiterin einer Gruppe von zwölf Personen. "
        + "Développement d’outils de mesure pour l’industrie, encadrement d’étudiants. Responsable de proyectos de riego, 2015–2021.";

    /// <summary>Sets the prose at 1000 px in the font and in the face of the system; gives the share of their widths, then the font's ascent and descent; nothing where the system lacks it.</summary>
    private const string Measuring =
        """
        async ([bytes, weights, style, weight, system, prose]) => {
          const font = new FontFace("Measured", `url(data:font/woff2;base64,${bytes})`, { weight: weights, style });
          document.fonts.add(await font.load());
          const pen = document.createElement("canvas").getContext("2d");
          const set = family => { pen.font = `${style} ${weight} 1000px ${family}`; return pen.measureText(prose); };
          if (set(`${system}, serif`).width !== set(`${system}, monospace`).width) return [];
          const ours = set("Measured");
          return [ours.width / set(system).width, ours.fontBoundingBoxAscent / 1000, ours.fontBoundingBoxDescent / 1000];
        }
        """;

    /// <summary>Whether the system has a face.</summary>
    private const string Knowing =
        """
        system => {
          const pen = document.createElement("canvas").getContext("2d");
          const widths = ["serif", "monospace"].map(other => { pen.font = `1000px ${system}, ${other}`; return pen.measureText("Window").width; });
          return widths[0] === widths[1];
        }
        """;

    // The weights that style sheets ask of a variable font for their headings; any other face is what it is.
    private static readonly Dictionary<string, string> HeadingWeights = new() { ["Figtree"] = "620", ["IBM Plex Sans"] = "600", ["Instrument Sans"] = "650" };

    public static TheoryData<string, int> Faces =>
        [.. FontFaces.All.SelectMany(face => face.Fallbacks.Select((_, index) => (face.Name, index)))];

    public static TheoryData<string> Templates => [.. Rendering.Templates.Select(template => template.Name)];

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Measures_OfAFontAndItsStandIn_AreWhatABrowserFinds(string name, int index)
    {
        var face = FontFaces.All.Single(face => face.Name == name);
        var fallback = face.Fallbacks[index];
        var page = await sites.Browser.PageAsync(400);
        var weight = fallback.Weight == "700" ? HeadingWeights.GetValueOrDefault(face.Family, face.Weight) : fallback.Weight;
        var system = fallback.Names[1].Replace(" Bold", "", StringComparison.Ordinal).Replace(" Italic", "", StringComparison.Ordinal);
        var measured = await page.EvaluateAsync<double[]>(
            Measuring, new[] { Convert.ToBase64String(EmbeddedFiles.Bytes($"webfonts/{face.Name}-latin.woff2")), face.Weight, face.Style, weight, $"'{system}'", Prose });

        if (measured.Length == 0) Assert.Skip($"There is no {system} here.");

        string.Join(' ', measured.Select(Rounded)).Should().Be(string.Join(' ', new[] { fallback.Width, face.Ascent, face.Descent }.Select(Rounded)));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Page_WhoseFontsHaveNotComeYet_IsAsLongAsWithThem(string template)
    {
        var site = await Rendering.SiteOf(Person.Rich, Rendering.Today with { Template = template });
        using var folder = new SiteFolder(site);
        var page = await sites.Browser.PageAsync(412);
        foreach (var system in (string[])["Liberation Sans", "Liberation Serif"])
        {
            if (!await page.EvaluateAsync<bool>(Knowing, $"'{system}'")) Assert.Skip($"There is no {system} here.");
        }

        await page.GotoAsync(folder.Address);
        var whole = await LengthAsync(page);

        await page.RouteAsync("**/*.woff2", route => route.AbortAsync());
        await page.GotoAsync(folder.Address);
        var bare = await LengthAsync(page);

        bare.Should().BeInRange(whole * 0.99, whole * 1.01);
    }

    private static Task<double> LengthAsync(IPage page) =>
        page.EvaluateAsync<double>("async () => { await document.fonts.ready; return document.documentElement.getBoundingClientRect().height; }");

    private static string Rounded(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
