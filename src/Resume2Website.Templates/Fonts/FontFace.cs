namespace Resume2Website.Templates.Fonts;

/// <summary>One face of a font that a template brings along, as <c>@font-face</c> describes it.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Name">The stem of its files; a subset's name follows it.</param>
/// <param name="Weight">The weight, or the range of weights of a variable font.</param>
/// <param name="Ascent">How far it reaches above the baseline, in ems.</param>
/// <param name="Descent">How far it reaches below, in ems.</param>
/// <param name="Fallbacks">What stands in for it until it has come, one face for each weight that pages use.</param>
/// <param name="Style"><c>normal</c> or <c>italic</c>.</param>
internal sealed record FontFace(
    string Family, string Name, string Weight, double Ascent, double Descent, IReadOnlyList<FallbackFace> Fallbacks, string Style = "normal")
{
    /// <summary>The family of what stands in for it; style sheets name it behind <see cref="Family"/>.</summary>
    public string FallbackFamily => Family + " Fallback";
}
