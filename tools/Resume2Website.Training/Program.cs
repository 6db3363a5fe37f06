using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Documents;
using Resume2Website.Extraction.Learned;
using Resume2Website.Training;

switch (args)
{
    case ["places", var ownNames, var list]:
        await PlacesCommand.RunAsync(ownNames, list);
        return 0;

    case ["parts", var directory, var output]:
        var parts = Directory.EnumerateFiles(Path.Combine(directory, "labels")).Order(StringComparer.Ordinal).SelectMany(LabelledPart.Read);
        return Write(output, PartTrainer.Train(parts).Write());

    case ["lines", var directory, var output]:
        await using (var provider = new ServiceCollection().AddLogging().AddDocumentReader().BuildServiceProvider())
        {
            var corpus = new Corpus(provider.GetRequiredService<IDocumentReader>(), directory);
            var documents = await corpus.ReadAsync();
            Console.Error.WriteLine($"{documents.Count} documents, {corpus.Lines.All} lines, of {corpus.Lines.Unknown} it is not known what they are");
            return Write(output, LineModelFile.Write(CrfTrainer.Train(documents)));
        }

    default:
        Console.Error.WriteLine("Usage: tools/train.sh [--corpus DIR], tools/places.sh");
        return 64;
}

static int Write(string file, byte[] bytes)
{
    File.WriteAllBytes(file, bytes);
    Console.WriteLine($"{file}: {bytes.Length} bytes");
    return 0;
}
