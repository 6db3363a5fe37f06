namespace Resume2Website.Extraction.Entries;

/// <summary>Neighbouring pieces of a head that are one thing.</summary>
/// <param name="From">The first piece.</param>
/// <param name="To">The piece behind the last.</param>
/// <param name="Role">What it is read as.</param>
/// <param name="Text">Its text.</param>
/// <param name="Likelihood">The logarithm of how likely it is that.</param>
internal sealed record HeadGroup(int From, int To, HeadRole Role, string Text, double Likelihood);
