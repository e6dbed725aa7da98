using Iness.Regulation;

namespace Iness.Casework.Assessments;

/// <summary>The words of the contract, in one place: the reader, the writers and the API's description all take them from here.</summary>
public static class ContractCodes
{
    /// <summary>Approvals and conventions.</summary>
    public static readonly CodeList Approvals = new(
        ("esus", (int)Iness.Regulation.Approvals.Esus), ("scop", (int)Iness.Regulation.Approvals.Scop), ("ei", (int)Iness.Regulation.Approvals.Ei),
        ("ai", (int)Iness.Regulation.Approvals.Ai), ("etti", (int)Iness.Regulation.Approvals.Etti), ("eiti", (int)Iness.Regulation.Approvals.Eiti),
        ("aci", (int)Iness.Regulation.Approvals.Aci), ("geiq", (int)Iness.Regulation.Approvals.Geiq));

    /// <summary>Excluded sectors.</summary>
    public static readonly CodeList Sectors = new(
        ("liberalProfession", (int)Iness.Regulation.Sectors.LiberalProfession), ("financeOrRealEstate", (int)Iness.Regulation.Sectors.FinanceOrRealEstate),
        ("trainingOrConsulting", (int)Iness.Regulation.Sectors.TrainingOrConsulting), ("purchasingCentre", (int)Iness.Regulation.Sectors.PurchasingCentre),
        ("digitalCore", (int)Iness.Regulation.Sectors.DigitalCore));

    /// <summary>Stages of an undertaking.</summary>
    public static readonly CodeList Stages = CamelCase<Stage>();

    /// <summary>Cost categories.</summary>
    public static readonly CodeList CostCategories = CamelCase<CostCategory>();

    /// <summary>Natures of a cost.</summary>
    public static readonly CodeList CostNatures = CamelCase<CostNature>();

    /// <summary>Kinds of hardware.</summary>
    public static readonly CodeList HardwareKinds = CamelCase<HardwareKind>();

    /// <summary>Whom an invoice names.</summary>
    public static readonly CodeList InvoicedTo = CamelCase<InvoicedTo>();

    /// <summary>Ways of financing.</summary>
    public static readonly CodeList Financings = CamelCase<Financing>();

    /// <summary>Verdicts of a provision.</summary>
    public static readonly CodeList Verdicts = CamelCase<Verdict>();

    /// <summary>Verdicts of the whole.</summary>
    public static readonly CodeList OverallVerdicts = CamelCase<OverallVerdict>();

    private static CodeList CamelCase<T>()
        where T : struct, Enum =>
        new([.. Enum.GetValues<T>().Select(value => (char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..], Convert.ToInt32(value, null)))]);
}
