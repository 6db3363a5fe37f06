namespace Resume2Website.Documents;

/// <summary>How documents are read: the reader's program, how many run, and what each may use.</summary>
public sealed class ReaderOptions
{
    /// <summary>The reader's program; null for the one that is laid beside the host, in <c>reader/</c>.</summary>
    public string? ProgramPath { get; set; }

    /// <summary>The folder in which readers make their own while a document needs one; null for the user's temporary folder. What dead processes left there is removed at the start.</summary>
    public string? WorkDirectory { get; set; }

    /// <summary>How many started readers wait for a document.</summary>
    public int Spares { get; set; } = 1;

    /// <summary>How many documents are read at the same time; more wait.</summary>
    public int MaxReaders { get; set; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>How many documents a reader serves before it is replaced. One that refused a document serves no other.</summary>
    public int DocumentsPerReader { get; set; } = 50;

    /// <summary>The most bytes that a reader's heap may take.</summary>
    public long HeapBytes { get; set; } = 320L << 20;

    /// <summary>The most bytes of memory that a reader and its children may take together.</summary>
    public long TreeBytes { get; set; } = 512L << 20;

    /// <summary>How long a reader may take to start.</summary>
    public TimeSpan StartLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a reader may take to open a document.</summary>
    public TimeSpan OpeningLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a reader may take for one page.</summary>
    public TimeSpan PageLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a reader may recognize pictures of pages without a sign that it got on.</summary>
    public TimeSpan RecognitionLimit { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>How often the limits are looked after.</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromMilliseconds(100);
}
