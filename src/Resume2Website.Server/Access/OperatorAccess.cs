using System.Security.Cryptography;
using System.Text;
using LiveWorkflows.AspNetCore.Access;
using Microsoft.Extensions.Options;
using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Access;

/// <summary>Who is an operator: whoever sits at the machine, or brings the key.</summary>
internal sealed class OperatorAccess(IOptions<ServerOptions> options)
{
    private const string BearerPrefix = "Bearer ";

    public bool IsOperator(HttpContext context) => LoopbackAccess.IsLoopback(context) || BringsKey(context);

    private bool BringsKey(HttpContext context)
    {
        if (options.Value.Access.OperatorKey is not { Length: > 0 } key) return false;
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[BearerPrefix.Length..].Trim()), Encoding.UTF8.GetBytes(key));
    }
}
