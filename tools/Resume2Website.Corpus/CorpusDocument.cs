using Resume2Website.Corpus.Printing;

namespace Resume2Website.Corpus;

/// <summary>A finished document with its truth (null for one that is no CV).</summary>
internal sealed record CorpusDocument(string Id, string Extension, string Format, string Layout, string Language, string Person, Printed Printed, People.Cv? Cv)
{
    public string File => $"docs/{Id}.{Extension}";
}
