using System.Collections.Concurrent;

namespace LiveWorkflows.Errors;

/// <summary>
/// Turns exceptions into errors with stable codes and advice: first by the mappings that were added, then as a <see cref="WorkflowException"/> says itself, then
/// by the built-in ones for the usual .NET, network, HTTP and storage failures.
/// </summary>
/// <remarks>Thread-safe. <see cref="Describe"/> never throws: a mapping that throws is passed over.</remarks>
public sealed class ErrorCatalogue : IErrorCatalogue
{
    private readonly ConcurrentDictionary<Type, Func<Exception, WorkflowError?>> _mappings = new();

    internal static WorkflowError Abandoned => BuiltInErrors.Abandoned;

    /// <summary>Adds a mapping for a type of exception and those derived from it; the most derived type that is mapped decides. A later mapping of the same type takes the earlier one's place.</summary>
    /// <param name="describe">Makes the error, without the exception's own text unless that is known to be harmless; null leaves it to the base types and the built-in ones.</param>
    public ErrorCatalogue Map<TException>(Func<TException, WorkflowError?> describe) where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(describe);
        _mappings[typeof(TException)] = exception => describe((TException)exception);
        return this;
    }

    /// <summary>Adds a mapping of a type of exception to one error, whatever the exception says.</summary>
    public ErrorCatalogue Map<TException>(WorkflowError error) where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(error);
        return Map<TException>(_ => error);
    }

    /// <inheritdoc/>
    public WorkflowError Describe(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (Mapped(exception) is { } mapped) return mapped with { Exception = exception };
        if (exception is WorkflowException known) return known.Error with { Exception = exception };
        return Wrapped(exception) is { } inner ? Describe(inner) : BuiltInErrors.Describe(exception) with { Exception = exception };
    }

    internal static WorkflowError Unknown(string message) => BuiltInErrors.Reported(message);

    private WorkflowError? Mapped(Exception exception)
    {
        if (_mappings.IsEmpty) return null;
        for (var type = exception.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            if (!_mappings.TryGetValue(type, out var describe)) continue;
            try
            {
                if (describe(exception) is { } error) return error;
            }
            catch (Exception)
            {
                // Somebody else's code: the error it was asked about matters more than its own.
            }
        }

        return null;
    }

    /// <summary>What an exception that only wraps others is really about: of several, the first that is no mere cancellation.</summary>
    private static Exception? Wrapped(Exception exception) => exception switch
    {
        AggregateException several when several.Flatten().InnerExceptions is { Count: > 0 } inner =>
            inner.FirstOrDefault(one => one is not OperationCanceledException) ?? inner[0],
        System.Reflection.TargetInvocationException or TypeInitializationException => exception.InnerException,
        _ => null,
    };
}
