namespace Iness.Regulation;

/// <summary>The scheme as a whole: its names, its legal basis, its provisions in the order of the text.</summary>
public static class Scheme
{
    /// <summary>Short name.</summary>
    public const string Name = "INESS";

    /// <summary>Full name.</summary>
    public const string Title = "Soutien à la transition numérique des entreprises de l'économie sociale et solidaire";

    /// <summary>The act that created the scheme.</summary>
    public const string Deliberation = "Délibération n° 2021.01.01652 du 5 octobre 2021 et son annexe";

    /// <summary>The number under which the notice also cites the annex.</summary>
    public const string DeliberationAlias = "2021.01652";

    /// <summary>Every provision, in the order of the text.</summary>
    public static IReadOnlyList<Provision> Provisions { get; } =
    [
        Provision.Ben, Provision.Ben1, Provision.Ben2, Provision.Ben3, Provision.Ben4,
        Provision.Eli1, Provision.Eli2, Provision.Eli3, Provision.Eli4, Provision.Eli5,
        Provision.Exc1, Provision.Exc2, Provision.Exc3, Provision.Exc4, Provision.Exc5, Provision.Exc6,
        Provision.Cos, Provision.Cos1, Provision.Cos2, Provision.Cos3, Provision.Cos4, Provision.Cos5, Provision.Cos6,
        Provision.Cos7, Provision.Cos8, Provision.Cos9, Provision.Cos10, Provision.Cos11,
        Provision.Xco1, Provision.Xco2, Provision.Xco3, Provision.Xco4, Provision.Xco5,
        Provision.Aid1, Provision.Aid2, Provision.Aid3, Provision.Aid4,
        Provision.Frq1, Provision.Cum1, Provision.Cum2, Provision.Leg1,
        Provision.Pro1, Provision.Pro2, Provision.Pay1,
    ];
}
