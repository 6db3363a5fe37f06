using System.Security.Cryptography;
using System.Text;

namespace LiveWorkflows.Errors;

/// <summary>The same for errors of the same kind and place, whatever numbers their messages hold.</summary>
internal static class ErrorFingerprint
{
    public static string Of(WorkflowError error, string? phase, string? stepName)
    {
        var key = $"{error.Code}\n{error.Exception?.GetType().FullName}\n{phase}\n{stepName}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8));
    }
}
