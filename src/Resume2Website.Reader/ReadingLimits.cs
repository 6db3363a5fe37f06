using Resume2Website.Documents;

namespace Resume2Website.Reader;

/// <summary>How much of a document is read before it is refused.</summary>
internal static class ReadingLimits
{
    /// <summary>The most pages.</summary>
    public const int Pages = 50;

    /// <summary>The most pages that are recognized from pictures.</summary>
    public const int RecognizedPages = 12;

    /// <summary>The most pixels of a picture.</summary>
    public const long Pixels = 25_000_000;

    /// <summary>The most characters of text.</summary>
    public const int Characters = DocumentJoin.MostCharacters;

    /// <summary>The most lines: a hundred a page.</summary>
    public const int Lines = DocumentJoin.MostLines;

    /// <summary>The most characters of one line; a longer one is several, so that whoever looks at a line need not fear its length.</summary>
    public const int LineCharacters = 2_000;

    /// <summary>The most bytes that everything in a document may unpack to.</summary>
    public const long InflatedBytes = 64L << 20;

    /// <summary>How many times its packed size a document or part may unpack to, once it is larger than <see cref="InnocentBytes"/>.</summary>
    public const int InflationRatio = 100;

    /// <summary>Unpacked sizes up to this are never called a bomb: short XML and blank streams pack very well.</summary>
    public const long InnocentBytes = 1L << 20;

    /// <summary>The most parts of a package, and the most objects of a PDF for each kilobyte of a part's worth.</summary>
    public const int Parts = 2_000;

    /// <summary>How deep elements may nest in XML.</summary>
    public const int XmlDepth = 256;

    /// <summary>How many objects of a PDF are looked at.</summary>
    public const int Objects = 200_000;

    /// <summary>How deep arrays and dictionaries may nest in a PDF.</summary>
    public const int PdfDepth = 100;
}
