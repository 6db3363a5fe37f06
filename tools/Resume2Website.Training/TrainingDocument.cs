using Resume2Website.Extraction.Learned;

namespace Resume2Website.Training;

/// <summary>A document to train on.</summary>
/// <param name="Layout">The name of its layout.</param>
/// <param name="Features">The features of each line.</param>
/// <param name="Steps">How each line follows the one before.</param>
/// <param name="Expectations">What is known of each line without being learned.</param>
/// <param name="Gold">The index of each line's true label; -1 where it is not known.</param>
internal sealed record TrainingDocument(string Layout, IReadOnlyList<LineFeature[]> Features, int[] Steps, double[] Expectations, int[] Gold);
