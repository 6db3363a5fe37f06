namespace LiveWorkflows.Jobs;

/// <summary>Settings of the <see cref="JobRunner"/>.</summary>
public sealed class JobRunnerOptions
{
    /// <summary>Jobs that are run at the same time; 2 by default.</summary>
    public int Workers { get; set; } = 2;

    /// <summary>How long a lease holds without being renewed: so long a job rests when its process dies. 6 s by default.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How often a job may be leased before it is given up as one that kills its worker; 10 by default.</summary>
    public int MaxLeases { get; set; } = 10;
}
