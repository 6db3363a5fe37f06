namespace Resume2Website.Corpus.Pieces;

/// <summary>How letters look.</summary>
[Flags]
internal enum Look { Plain = 0, Bold = 1, Italic = 2, Accent = 4, Muted = 8, Icon = 16, Spaced = 32, Light = 64 }
