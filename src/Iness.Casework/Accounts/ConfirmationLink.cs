namespace Iness.Casework.Accounts;

/// <summary>What the link of a confirmation mail is good for.</summary>
public enum ConfirmationLink
{
    /// <summary>It has expired, was replaced or cut.</summary>
    Dead,

    /// <summary>The address is still to be confirmed.</summary>
    Works,

    /// <summary>The address is confirmed already: there is nothing left to do but sign in.</summary>
    Served,
}
