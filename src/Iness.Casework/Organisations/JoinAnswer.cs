namespace Iness.Casework.Organisations;

/// <summary>What became of a SIREN that a person typed to act for an organisation.</summary>
public abstract record JoinAnswer
{
    private JoinAnswer()
    {
    }

    /// <summary>The person acts for the organisation.</summary>
    /// <param name="Id">The organisation.</param>
    /// <param name="Name">Its name.</param>
    public sealed record Joined(Guid Id, string Name) : JoinAnswer;

    /// <summary>The register gives no name: the person is to type it.</summary>
    /// <param name="IsRegisterDown">Whether the register did not answer; otherwise it does not know the number, or gives no name.</param>
    public sealed record NameNeeded(bool IsRegisterDown) : JoinAnswer;
}
