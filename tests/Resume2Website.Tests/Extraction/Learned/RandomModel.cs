using Resume2Website.Extraction.Learned;

namespace Resume2Website.Tests.Extraction.Learned;

/// <summary>Models with weights drawn at random, which any law of models must hold for.</summary>
internal static class RandomModel
{
    public static LineModel Of(int features, int seed)
    {
        var random = new Random(seed);
        float[] Weights(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() * 4 - 2))];
        return new LineModel(
            [.. Enumerable.Range(0, features).Select(i => LineFeature.Of($"{i}").Hash).Order()], Weights(features * LineModel.RowLength),
            Weights(LineModel.Steps * LineModel.Labels * LineModel.Labels), Weights(LineModel.Labels));
    }
}
