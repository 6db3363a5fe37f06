namespace Resume2Website.Corpus;

/// <summary>What documents are for. The two sets share no name, employer, trade, sentence or layout.</summary>
internal enum CorpusSet
{
    /// <summary>To learn from.</summary>
    Train,

    /// <summary>To measure with.</summary>
    HeldOut,
}
