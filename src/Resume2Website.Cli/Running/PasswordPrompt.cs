using System.Text;
using LiveWorkflows.Errors;
using Resume2Website.Cli.Output;

namespace Resume2Website.Cli.Running;

/// <summary>Asks whoever sits at a terminal for the password of a protected PDF, so that it need not stand in the command, where others can read it.</summary>
internal static class PasswordPrompt
{
    private const int Attempts = 3;

    /// <summary>Runs the work, and again with a password where it is wanted and somebody can be asked.</summary>
    /// <exception cref="WorkflowException">It failed for another reason, or the password was never right.</exception>
    public static async Task<T> RunAsync<T>(CvInput input, IRunDisplay display, Func<CvInput, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work(input);
            }
            catch (WorkflowException exception) when (exception.Error.Code is "file_encrypted" or "password_wrong" && attempt <= Attempts && CanAsk)
            {
                display.Say($"? {exception.Error.Title}. Type the password and press Enter; it is not shown:");
                input = input with { Password = await Task.Run(ReadLine, cancellationToken) };
                if (input.Password.Length == 0) throw;
            }
        }
    }

    private static bool CanAsk => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    private static string ReadLine()
    {
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) password.Length = Math.Max(0, password.Length - 1);
            else if (!char.IsControl(key.KeyChar)) password.Append(key.KeyChar);
        }

        return password.ToString();
    }
}
