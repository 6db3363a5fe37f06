namespace Resume2Website.Corpus.Pieces;

/// <summary>What is printed together as one run.</summary>
/// <param name="Section">The section.</param>
/// <param name="Entry">The index of the entry in its section; -1 for none.</param>
internal sealed record Piece(Section Section, int Entry = -1)
{
    /// <summary>What the run is made of.</summary>
    public IReadOnlyList<Span> Spans { get; init; } = [];

    /// <summary>The text without pictograms, as a reader should hand it back.</summary>
    public string Text => string.Concat(Spans.Where(span => !span.Look.HasFlag(Look.Icon)).Select(span => span.Text)).Trim();

    /// <summary>The first role.</summary>
    public Role Role => Parts.Count > 0 ? Parts[0].Role!.Value : Role.Text;

    /// <summary>The spans that say something.</summary>
    public IReadOnlyList<Span> Parts => [.. Spans.Where(span => span.Role is not null)];

    /// <summary>The piece with more at its end; nothing is added for a missing text.</summary>
    public Piece With(Role? role, string? text, Look look = Look.Plain) =>
        string.IsNullOrEmpty(text) ? this : this with { Spans = [.. Spans, new Span(role, text, look)] };

    /// <summary>The piece with a separator, if there is something before it and something to come.</summary>
    public Piece Then(string separator, Role role, string? text, Look look = Look.Plain) =>
        string.IsNullOrEmpty(text) ? this : (Spans.Count == 0 ? this : With(null, separator)).With(role, text, look);
}
