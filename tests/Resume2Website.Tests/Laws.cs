using System.Globalization;
using CsCheck;
using Xunit.Sdk;

namespace Resume2Website.Tests;

/// <summary>Laws that hold for everything a generator makes, tried on the same samples each time.</summary>
/// <remarks>A run that failed fails again. <c>LAW_SEED</c> set to any number tries others: to search, and not to gate a change that is not to blame.</remarks>
internal static class Laws
{
    private const string SeedName = "LAW_SEED";

    /// <summary>Tries a law on as many samples; the first that breaks it is shown.</summary>
    public static void Hold<T>(this Gen<T> gen, Action<T> law, int count, Func<T, string> print)
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable(SeedName), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 1;
        var random = new PCG(1, seed);
        var samples = Enumerable.Range(0, count).Select(_ => gen.Generate(random, null, out var _)).ToList();
        Parallel.ForEach(samples, (sample, _, i) =>
        {
            try
            {
                law(sample);
            }
            catch (Exception broken)
            {
                throw new XunitException($"Sample {i} of {SeedName}={seed}: {broken.Message}\n{print(sample)}", broken);
            }
        });
    }
}
