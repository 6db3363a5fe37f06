using Microsoft.Net.Http.Headers;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Publishing;

/// <summary>The header <c>If-Match</c> of a change: without it two windows would overwrite each other unseen.</summary>
internal sealed class Precondition
{
    private readonly IList<EntityTagHeaderValue> _accepted;

    private Precondition(IList<EntityTagHeaderValue> accepted) => _accepted = accepted;

    /// <exception cref="RefusedException">The request has none.</exception>
    public static Precondition Of(HttpRequest request) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfMatch.OfType<string>()], out var accepted) && accepted.Count > 0
            ? new Precondition(accepted)
            : throw new RefusedException(PublishingProblems.PreconditionRequired);

    /// <param name="entityTag">The tag of what is there, without its quotation marks.</param>
    /// <exception cref="RefusedException">It is another version that the change was made to.</exception>
    public void Check(string entityTag)
    {
        var current = Tag(entityTag);
        if (!_accepted.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current, useStrongComparison: true)))
            throw new RefusedException(PublishingProblems.ChangedMeanwhile);
    }

    public static EntityTagHeaderValue Tag(string entityTag) => new($"\"{entityTag}\"");
}
