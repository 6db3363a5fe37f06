using System.Text.Json.Serialization;

namespace Resume2Website.Templates.Words;

/// <summary>Reads the data files of words.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SiteWords))]
internal sealed partial class SiteWordsJson : JsonSerializerContext;
