using System.Text.Json.Serialization;
using LiveWorkflows.Events;
using Resume2Website.Sites;

namespace Resume2Website.Server.Publishing;

/// <summary>The JSON of designs and publications, as clients see it and as records keep it.</summary>
/// <remarks>A field that does not exist is refused: a switch of privacy that is spelled wrong must not be ignored in silence.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(Rfc3339MillisecondsConverter), typeof(SnakeCaseEnumConverter<EmailVisibility>)])]
[JsonSerializable(typeof(Design))]
[JsonSerializable(typeof(DesignView))]
[JsonSerializable(typeof(ResumeSaved))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(RollbackRequest))]
[JsonSerializable(typeof(PublicationView))]
[JsonSerializable(typeof(Publication))]
[JsonSerializable(typeof(SlugRecord))]
[JsonSerializable(typeof(PublishedFiles))]
internal sealed partial class PublishingJson : JsonSerializerContext;
