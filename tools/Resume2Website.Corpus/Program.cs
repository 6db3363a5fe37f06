using Resume2Website.Corpus;

if (CorpusOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(CorpusOptions.Usage);
    return 64;
}

var maker = new CorpusMaker(options.Set, options.Seed);
var writer = new CorpusWriter(options.Directory);
writer.Clear();
Parallel.For(0, options.Count, number => writer.Write(maker.Make(number)));
foreach (var negative in maker.Negatives()) writer.Write(negative);
writer.Finish();
Console.WriteLine($"{options.Count} CVs in {options.Directory}");
return 0;
