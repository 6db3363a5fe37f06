namespace Resume2Website.Corpus.People;

/// <summary>How much a person has to tell.</summary>
internal enum Size { Sparse, Usual, Long }
