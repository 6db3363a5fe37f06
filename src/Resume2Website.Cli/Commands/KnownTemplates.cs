using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Sites;
using Resume2Website.Templates;

namespace Resume2Website.Cli.Commands;

/// <summary>The templates and languages there are, known before any CV is read.</summary>
internal static class KnownTemplates
{
    private static readonly Lazy<(IReadOnlyList<TemplateInfo> Templates, IReadOnlyList<string> Languages)> Known = new(() =>
    {
        using var services = new ServiceCollection().AddSiteTemplates().BuildServiceProvider();
        var renderer = services.GetRequiredService<ISiteRenderer>();
        return (renderer.Templates, renderer.Languages);
    });

    public static IReadOnlyList<TemplateInfo> All => Known.Value.Templates;

    /// <summary>What is wrong with a language of headings and dates, naming those there are; null when nothing is.</summary>
    public static string? LanguageFaultOf(string tag) => Known.Value.Languages.Contains(tag.Split('-')[0], StringComparer.OrdinalIgnoreCase)
        ? null : $"There are no headings and dates in '{tag}'. Languages: {string.Join(", ", Known.Value.Languages)}.";

    /// <summary>What is wrong with a choice of template and accent, naming those there are; null when nothing is.</summary>
    public static string? FaultOf(string template, string? accent)
    {
        if (All.FirstOrDefault(known => known.Name == template) is not { } found) return $"There is no template '{template}'. Templates: {string.Join(", ", All.Select(known => known.Name))}.";
        return accent is null || found.Accents.Any(known => known.Name == accent)
            ? null : $"The template {template} has no accent '{accent}'. Accents: {string.Join(", ", found.Accents.Select(known => known.Name))}.";
    }
}
