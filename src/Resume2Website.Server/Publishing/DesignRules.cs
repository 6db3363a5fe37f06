using System.Text.RegularExpressions;
using Resume2Website.Server.Problems;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>What a design may say; whatever it may not is refused with what there is to choose.</summary>
internal static partial class DesignRules
{
    private const int MaxSections = 64;
    private const int MaxTitleLength = 80;

    /// <exception cref="RefusedException">The design names something that there is not.</exception>
    public static void Check(Design design, IReadOnlyList<TemplateInfo> templates)
    {
        var template = templates.FirstOrDefault(known => known.Name == design.Template)
            ?? throw new RefusedException(ServerProblems.TemplateUnknown(templates.Select(known => known.Name)));
        if (design.Accent is { } accent && template.Accents.All(known => known.Name != accent))
            throw new RefusedException(PublishingProblems.AccentUnknown(template));
        if (design.SectionOrder.Count > MaxSections || design.HiddenSections.Count > MaxSections || design.SectionTitles.Count > MaxSections)
            throw new RefusedException(PublishingProblems.DesignInvalid($"A design names at most {MaxSections} sections."));
        if (!design.SectionOrder.Concat(design.HiddenSections).Concat(design.SectionTitles.Keys).All(name => name is not null && SiteOutline.IsKnown(name)))
            throw new RefusedException(PublishingProblems.SectionUnknown);
        if (design.SectionTitles.Values.Any(title => title is null || title.Length > MaxTitleLength))
            throw new RefusedException(PublishingProblems.DesignInvalid($"A heading has at most {MaxTitleLength} characters."));
        if (design.Language is { } language && !LanguageTag().IsMatch(language))
            throw new RefusedException(PublishingProblems.DesignInvalid("The language is a tag such as 'en' or 'pt-BR'."));
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageTag();
}
