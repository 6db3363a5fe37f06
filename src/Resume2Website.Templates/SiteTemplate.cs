using System.Collections.Frozen;
using Resume2Website.Templates.Fonts;
using Resume2Website.Templates.Palettes;

namespace Resume2Website.Templates;

/// <summary>A template: a page component, its style sheet, its accents and its order of sections.</summary>
internal sealed record SiteTemplate
{
    public required string Name { get; init; }

    /// <summary>What it looks like and whom it suits; one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The component that is the whole document; a <see cref="SiteView"/> cascades into it.</summary>
    public required Type Page { get; init; }

    public required IReadOnlyList<Accent> Accents { get; init; }

    /// <summary>The fonts it brings along; the system's are named behind them in its style sheet.</summary>
    public IReadOnlyList<FontFace> Fonts { get; init; } = [];

    /// <summary>Sections that it shows in a way of its own, by their keys; the shared parts show the others.</summary>
    public IReadOnlyDictionary<string, Type> OwnSections { get; init; } = FrozenDictionary<string, Type>.Empty;

    /// <summary>Its sections from top to bottom, by the keys of the word lists.</summary>
    public required IReadOnlyList<string> SectionOrder { get; init; }

    /// <summary>The palette, the shared ground and the template's own rules, in this order.</summary>
    public string StyleSheet(Accent accent) =>
        Palette.Css(accent) + EmbeddedFiles.Text("styles/base.css") + EmbeddedFiles.Text($"styles/{Name}.css") + EmbeddedFiles.Text("styles/print.css");
}
