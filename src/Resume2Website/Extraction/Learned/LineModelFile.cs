using System.Buffers.Binary;
using System.IO.Compression;

namespace Resume2Website.Extraction.Learned;

/// <summary>
/// Writes and reads a model: <c>R2WL</c>, a version, the number of features, the rising hashes as differences, then every weight as one signed byte in
/// <see cref="Quantum"/>s; transitions and beginnings the same way with two bytes. Compressed with Brotli.
/// </summary>
internal static class LineModelFile
{
    /// <summary>The step between two weights that can be written.</summary>
    public const float Quantum = 1 / 24f;

    private const float FineQuantum = 1 / 256f;
    private const int Version = 1;

    /// <summary>The model that ships.</summary>
    public static LineModel Shipped()
    {
        using var stream = typeof(LineModelFile).Assembly.GetManifestResourceStream("Learned.lines.model")
            ?? throw new InvalidOperationException("The model of lines is not embedded.");
        return Read(stream);
    }

    /// <summary>A model in the form in which it ships.</summary>
    public static byte[] Write(LineModel model)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.SmallestSize))
        using (var writer = new BinaryWriter(brotli))
        {
            writer.Write("R2WL"u8);
            writer.Write(Version);
            writer.Write(LineLabel.All.Count);
            writer.Write(model.Features.Count);
            var before = 0u;
            foreach (var hash in model.Features)
            {
                writer.Write(hash - before);
                before = hash;
            }

            // By weight and not by feature: alike values stand together.
            for (var column = 0; column < LineModel.RowLength; column++)
            {
                for (var row = 0; row < model.Features.Count; row++) writer.Write((sbyte)Math.Clamp(MathF.Round(model.Weights[row * LineModel.RowLength + column] / Quantum), -127, 127));
            }

            foreach (var weight in model.Transitions.Concat(model.Beginnings)) writer.Write((short)Math.Clamp(MathF.Round(weight / FineQuantum), short.MinValue, short.MaxValue));
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model, or one of another version.</exception>
    public static LineModel Read(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var all = new MemoryStream();
        brotli.CopyTo(all);
        using var reader = new BinaryReader(new MemoryStream(all.GetBuffer(), 0, (int)all.Length));
        if (!reader.ReadBytes(4).AsSpan().SequenceEqual("R2WL"u8) || reader.ReadInt32() != Version || reader.ReadInt32() != LineLabel.All.Count)
            throw new InvalidDataException("This is no model of lines of this version.");
        var features = new uint[reader.ReadInt32()];
        var hash = 0u;
        for (var i = 0; i < features.Length; i++) features[i] = hash += reader.ReadUInt32();
        var weights = new float[features.Length * LineModel.RowLength];
        for (var column = 0; column < LineModel.RowLength; column++)
        {
            for (var row = 0; row < features.Length; row++) weights[row * LineModel.RowLength + column] = reader.ReadSByte() * Quantum;
        }

        var rest = reader.ReadBytes(2 * (LineModel.Steps * LineModel.Labels * LineModel.Labels + LineModel.Labels));
        var fine = new float[rest.Length / 2];
        for (var i = 0; i < fine.Length; i++) fine[i] = BinaryPrimitives.ReadInt16LittleEndian(rest.AsSpan(i * 2)) * FineQuantum;
        return new LineModel(features, weights, fine[..^LineModel.Labels], fine[^LineModel.Labels..]);
    }
}
