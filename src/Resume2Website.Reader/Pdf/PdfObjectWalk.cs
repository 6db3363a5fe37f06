using Resume2Website.Documents;
using Resume2Website.Reader.Inspection;
using Resume2Website.Screening;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Resume2Website.Reader.Pdf;

/// <summary>
/// Visits every object that the catalog leads to, once, without recursion: cycles and depth cost nothing. What acts is told by the parsed objects;
/// the word "JavaScript" in a text is only a skill.
/// </summary>
internal sealed class PdfObjectWalk(PdfDocument document)
{
    private readonly HashSet<IndirectReference> seen = [];
    private readonly Stack<IToken> open = new();

    /// <summary>The codes of what was found.</summary>
    public HashSet<string> ActiveContent { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a stream holds the EICAR string.</summary>
    public bool HasTestVirus { get; private set; }

    /// <summary>Visits the objects.</summary>
    public void Run()
    {
        open.Push(document.Structure.Catalog.CatalogDictionary);
        var visited = 0;
        while (open.TryPop(out var token))
        {
            if (++visited > ReadingLimits.Objects) throw new DocumentException("too_complex");
            switch (token)
            {
                case IndirectReferenceToken reference:
                    if (seen.Add(reference.Data) && document.Structure.TokenScanner.Get(reference.Data) is { } found) open.Push(found.Data);
                    break;
                case ArrayToken array:
                    foreach (var item in array.Data) open.Push(item);
                    break;
                case DictionaryToken dictionary:
                    Visit(dictionary);
                    break;
                case StreamToken stream:
                    Visit(stream);
                    break;
            }
        }

        foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys.Where(reference => !seen.Contains(reference)))
        {
            if (++visited > ReadingLimits.Objects) throw new DocumentException("too_complex");
            VisitOrphan(reference);
        }
    }

    /// <summary>What nothing leads to can neither be seen nor act, but a stream of it may still carry malware into somebody's mail.</summary>
    private void VisitOrphan(IndirectReference reference)
    {
        try
        {
            if (document.Structure.TokenScanner.Get(reference)?.Data is StreamToken stream && NameOf(stream.StreamDictionary, "Type") is not ("ObjStm" or "XRef"))
                HasTestVirus |= NameOf(stream.StreamDictionary, "Subtype") is not "Image" && EicarSearch.Find(Decode(stream).Span);
        }
        catch (Exception exception) when (exception is not (DocumentException or OutOfMemoryException))
        {
            // Nobody will ever read it, so it does not matter that it is broken.
        }
    }

    private void Visit(DictionaryToken dictionary)
    {
        if (NameOf(dictionary, "S") is { } action && PdfActions.CodeOf(action) is { } code) ActiveContent.Add(code);
        if (dictionary.Data.ContainsKey("JS")) ActiveContent.Add("javascript");
        if (dictionary.Data.TryGetValue("EF", out var files)) VisitEmbedded(dictionary, files);
        foreach (var value in dictionary.Data.Values) open.Push(value);
    }

    private void Visit(StreamToken stream)
    {
        open.Push(stream.StreamDictionary);
        if (NameOf(stream.StreamDictionary, "Subtype") is "Image") return;
        var content = Decode(stream);
        HasTestVirus |= EicarSearch.Find(content.Span);
        if (NameOf(stream.StreamDictionary, "Type") is "EmbeddedFile" && Programs.IsProgram(content.Span)) ActiveContent.Add("embedded_program");
    }

    private void VisitEmbedded(DictionaryToken specification, IToken files)
    {
        if (Programs.IsProgramName(TextOf(specification.Data.GetValueOrDefault("UF"))) || Programs.IsProgramName(TextOf(specification.Data.GetValueOrDefault("F")))) ActiveContent.Add("embedded_program");
        if (Resolve(files) is not DictionaryToken entries) return;
        foreach (var file in entries.Data.Values)
        {
            if (Resolve(file) is StreamToken stream && Programs.IsProgram(Decode(stream).Span)) ActiveContent.Add("embedded_program");
        }
    }

    private ReadOnlyMemory<byte> Decode(StreamToken stream)
    {
        try
        {
            return stream.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner);
        }
        catch (Exception exception) when (exception is not (DocumentException or OutOfMemoryException))
        {
            // A stream that cannot be unpacked cannot be read later either; its raw bytes are all there is to look at.
            return stream.Data;
        }
    }

    private IToken? Resolve(IToken? token) => token is IndirectReferenceToken reference ? document.Structure.TokenScanner.Get(reference.Data)?.Data : token;

    private string? TextOf(IToken? token) => Resolve(token) switch
    {
        StringToken text => text.Data,
        HexToken hex => hex.Data,
        _ => null,
    };

    private string? NameOf(DictionaryToken dictionary, string key) => Resolve(dictionary.Data.GetValueOrDefault(key)) is NameToken name ? name.Data : null;
}
