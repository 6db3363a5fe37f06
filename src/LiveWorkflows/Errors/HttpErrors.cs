using System.Net;
using System.Net.Http;

namespace LiveWorkflows.Errors;

/// <summary>What a failed HTTP request means: by its status (RFC 9110), else by what kept it from having one.</summary>
internal static class HttpErrors
{
    public static WorkflowError Describe(HttpRequestException exception) => exception.StatusCode switch
    {
        null => Unanswered(exception),
        HttpStatusCode.TooManyRequests => BuiltInErrors.RateLimited,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => BuiltInErrors.Timeout with { Message = "A service that is needed did not answer in time." },
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired =>
            BuiltInErrors.AccessDenied with { Message = "A service that is needed did not accept this program." },
        HttpStatusCode.NotFound or HttpStatusCode.Gone => BuiltInErrors.ServiceNotFound,
        HttpStatusCode.Conflict or HttpStatusCode.Locked => BuiltInErrors.ServiceConflict,
        HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.RequestUriTooLong => BuiltInErrors.TooLarge,
        HttpStatusCode.NotImplemented or HttpStatusCode.HttpVersionNotSupported => BuiltInErrors.ServiceRefused,
        >= HttpStatusCode.InternalServerError => BuiltInErrors.ServiceUnavailable,
        _ => BuiltInErrors.ServiceRefused,
    };

    private static WorkflowError Unanswered(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => BuiltInErrors.HostNotFound,
        HttpRequestError.SecureConnectionError => BuiltInErrors.SecureConnection,
        HttpRequestError.ConfigurationLimitExceeded => BuiltInErrors.TooLarge,
        _ when exception.InnerException is System.Net.Sockets.SocketException socket => SocketErrors.Describe(socket),
        _ => BuiltInErrors.Network with { Message = "A service that is needed could not be reached." },
    };
}
