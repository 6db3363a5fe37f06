using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Documents;
using Resume2Website.Extraction.Learned;
using Resume2Website.Training;

if (args is not ["--corpus", var directory, "--out", var output])
{
    Console.Error.WriteLine("Usage: tools/train.sh [--corpus DIR] [--out FILE]");
    return 64;
}

await using var provider = new ServiceCollection().AddLogging().AddDocumentReader().BuildServiceProvider();
var corpus = new Corpus(provider.GetRequiredService<IDocumentReader>(), directory);
var documents = await corpus.ReadAsync();
Console.Error.WriteLine($"{documents.Count} documents, {corpus.Lines.All} lines, of {corpus.Lines.Unknown} it is not known what they are");
await File.WriteAllBytesAsync(output, LineModelFile.Write(CrfTrainer.Train(documents)));
Console.WriteLine($"{output}: {new FileInfo(output).Length} bytes");
return 0;
