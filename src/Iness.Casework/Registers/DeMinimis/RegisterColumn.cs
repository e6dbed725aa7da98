namespace Iness.Casework.Registers.DeMinimis;

/// <summary>A column of the national register that is kept.</summary>
internal enum RegisterColumn
{
    /// <summary>SIREN or SIRET of the beneficiary, sometimes another identifier.</summary>
    Identifier,

    /// <summary>Gross grant equivalent, in euros.</summary>
    Amount,

    /// <summary>Day of the grant.</summary>
    GrantedOn,

    /// <summary>Authority that grants.</summary>
    Authority,

    /// <summary>Who runs it for the authority.</summary>
    Operator,

    /// <summary>De minimis regulation.</summary>
    Regime,

    /// <summary>Instrument.</summary>
    Instrument,

    /// <summary>Sector.</summary>
    Sector,

    /// <summary>Name of the beneficiary.</summary>
    Name,

    /// <summary>Day of the declaration.</summary>
    DeclaredOn,

    /// <summary>Day of the publication.</summary>
    PublishedOn,
}
