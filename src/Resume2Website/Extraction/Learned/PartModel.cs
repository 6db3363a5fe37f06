using System.IO.Compression;

namespace Resume2Website.Extraction.Learned;

/// <summary>Says how likely a part of an entry's head is a title, a degree, an organisation, a place: multinomial logistic regression over its words and its looks.</summary>
internal sealed class PartModel
{
    /// <summary>The step between two weights that can be written.</summary>
    public const float Quantum = 1 / 24f;

    private const int Version = 1;
    private static readonly Lazy<PartModel> Embedded = new(ReadShipped);
    private readonly Dictionary<uint, int> _rows;

    /// <summary>Creates a model.</summary>
    /// <param name="features">The hashes of the features, rising.</param>
    /// <param name="weights">A row a feature: a weight a kind.</param>
    public PartModel(IReadOnlyList<uint> features, float[] weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, features.Count * Kinds);
        _rows = features.Select((hash, row) => (hash, row)).ToDictionary(pair => pair.hash, pair => pair.row);
        (Features, Weights) = (features, weights);
    }

    /// <summary>The model that ships.</summary>
    public static PartModel Shipped => Embedded.Value;

    /// <summary>How many kinds of parts there are.</summary>
    public static int Kinds { get; } = Enum.GetValues<PartKind>().Length;

    /// <summary>The features that it knows.</summary>
    public IReadOnlyList<uint> Features { get; }

    /// <summary>A row of a weight a kind for each feature.</summary>
    public float[] Weights { get; }

    /// <summary>The row of a feature; -1 when the model does not know it.</summary>
    public int Row(LineFeature feature) => _rows.GetValueOrDefault(feature.Hash, -1);

    /// <summary>The natural logarithm of how likely each kind is.</summary>
    public double[] LogLikelihoods(IEnumerable<LineFeature> features)
    {
        var scores = new double[Kinds];
        foreach (var feature in features)
        {
            var row = Row(feature);
            if (row < 0) continue;
            for (var kind = 0; kind < Kinds; kind++) scores[kind] += Weights[row * Kinds + kind];
        }

        var top = scores.Max();
        var total = top + Math.Log(scores.Sum(score => Math.Exp(score - top)));
        for (var kind = 0; kind < Kinds; kind++) scores[kind] -= total;
        return scores;
    }

    /// <summary>The model in the form in which it ships: the rising hashes as differences, then a signed byte a weight; compressed with Brotli.</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.SmallestSize))
        using (var writer = new BinaryWriter(brotli))
        {
            writer.Write("R2WP"u8);
            writer.Write(Version);
            writer.Write(Features.Count);
            var before = 0u;
            foreach (var hash in Features)
            {
                writer.Write(hash - before);
                before = hash;
            }

            for (var kind = 0; kind < Kinds; kind++)
            {
                for (var row = 0; row < Features.Count; row++) writer.Write((sbyte)Math.Clamp(MathF.Round(Weights[row * Kinds + kind] / Quantum), -127, 127));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model, or one of another version.</exception>
    public static PartModel Read(Stream stream)
    {
        using var all = new MemoryStream();
        using (var brotli = new BrotliStream(stream, CompressionMode.Decompress)) brotli.CopyTo(all);
        all.Position = 0;
        using var reader = new BinaryReader(all);
        if (!reader.ReadBytes(4).AsSpan().SequenceEqual("R2WP"u8) || reader.ReadInt32() != Version) throw new InvalidDataException("This is no model of parts of this version.");
        var features = new uint[reader.ReadInt32()];
        var hash = 0u;
        for (var i = 0; i < features.Length; i++) features[i] = hash += reader.ReadUInt32();
        var weights = new float[features.Length * Kinds];
        for (var kind = 0; kind < Kinds; kind++)
        {
            for (var row = 0; row < features.Length; row++) weights[row * Kinds + kind] = reader.ReadSByte() * Quantum;
        }

        return new PartModel(features, weights);
    }

    private static PartModel ReadShipped()
    {
        using var stream = typeof(PartModel).Assembly.GetManifestResourceStream("Learned.parts.model") ?? throw new InvalidOperationException("The model of parts is not embedded.");
        return Read(stream);
    }
}
