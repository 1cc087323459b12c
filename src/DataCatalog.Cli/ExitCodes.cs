namespace DataCatalog.Cli;

/// <summary>What the command tells its caller by its exit code.</summary>
public static class ExitCodes
{
    /// <summary>All went well; of a check, that it is permitted; of a verification, that the signature holds.</summary>
    public const int Done = 0;

    /// <summary>The command ran, and some rows were rejected.</summary>
    public const int SomeRejected = 1;

    /// <summary>The command ran, and the answer is no: not permitted, or the signature does not hold.</summary>
    public const int No = 1;

    /// <summary>The command line is wrong, or a file cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>The service cannot be reached, or broke off.</summary>
    public const int Unreachable = 3;

    /// <summary>The service refused the request.</summary>
    public const int Refused = 4;
}
