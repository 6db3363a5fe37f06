using Resume2Website.Extraction.Learned;

namespace Resume2Website.Tests.Extraction.Learned;

/// <summary>What is written of a model is what is read.</summary>
public sealed class LineModelFileTests
{
    [Fact]
    public void Written_IsReadAsItWas_ToAQuantum()
    {
        var model = RandomModel.Of(50, 5);

        var read = LineModelFile.Read(new MemoryStream(LineModelFile.Write(model)));

        read.Features.Should().Equal(model.Features);
        read.Weights.Zip(model.Weights).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) <= LineModelFile.Quantum / 2 + 1e-6);
        read.Transitions.Zip(model.Transitions).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 0.003);
        LineModelFile.Write(read).Should().Equal(LineModelFile.Write(model));
    }

    [Fact]
    public void SomethingElse_IsRefused()
    {
        using var bytes = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(bytes, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) brotli.Write("something else altogether"u8);
        bytes.Position = 0;

        var reading = () => LineModelFile.Read(bytes);

        reading.Should().Throw<InvalidDataException>();
    }
}
