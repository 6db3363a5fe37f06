namespace Resume2Website.Eval;

/// <summary>A value of a field and where it stands in the résumé.</summary>
/// <param name="Text">The value.</param>
/// <param name="Pointer">The JSON pointer of its confidence.</param>
internal sealed record FieldValue(string Text, string Pointer);
