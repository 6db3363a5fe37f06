using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Extraction.Learned;
using Resume2Website.Training;

MatchTimeLimit.Set();
switch (args)
{
    case ["places", var ownNames, var list]:
        await PlacesCommand.RunAsync(ownNames, list);
        return 0;

    case ["parts", var directory, var output]:
        var parts = Directory.EnumerateFiles(Path.Combine(directory, "labels")).Order(StringComparer.Ordinal).SelectMany(LabelledPart.Read);
        return Write(output, PartTrainer.Train(parts).Write());

    case ["lines", var directory, var output]:
        await using (var provider = new ServiceCollection().AddLogging().AddDocumentReader(TakeTime).BuildServiceProvider())
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

// The documents are known to be harmless, and a model must not depend on how busy the machine is.
static void TakeTime(ReaderOptions options) =>
    (options.StartLimit, options.OpeningLimit, options.PageLimit) = (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));

static int Write(string file, byte[] bytes)
{
    File.WriteAllBytes(file, bytes);
    Console.WriteLine($"{file}: {bytes.Length} bytes");
    return 0;
}
