using Iness.Casework.Accounts.Agents;
using Iness.Casework.Lifecycle;
using Iness.Web.Components;

namespace Iness.Web.Pages.Administration.Agents;

/// <summary>The role of an agent in a form.</summary>
internal static class AgentForm
{
    public const string RoleField = "role";
    public const string CapacityField = "qualite";

    /// <summary>The roles, each with what it is for.</summary>
    public static IReadOnlyList<Choice> Roles { get; } = [.. AgentAccounts.Roles.Select(role => new Choice(role.ToString(), NameOf(role), HintOf(role)))];

    public static IReadOnlyList<Field> Fields(string? role, string? capacity) =>
    [
        new RadiosField(RoleField, "Rôle", Roles) { Value = role },
        new TextField(CapacityField, "Qualité (pour un signataire)", "Imprimée sous sa signature, par exemple « Directrice de l'économie ». Sans objet pour les autres rôles.")
        {
            Value = capacity, MaxLength = AgentAccounts.LongestCapacity, ShownWhen = $"{RoleField}={Role.Signatory}",
        },
    ];

    /// <summary>Reads them; null after noting the error.</summary>
    public static (Role Role, string? Capacity)? Read(FormReader form)
    {
        var chosen = form.Choice(RoleField, Roles, "Choisissez un rôle.");
        var capacity = form.Text(CapacityField, AgentAccounts.LongestCapacity);
        if (chosen is null || !Enum.TryParse<Role>(chosen, out var role)) return null;
        if (role != Role.Signatory) return (role, null);
        if (capacity is null) form.Refuse(CapacityField, "Écrivez la qualité du signataire.");
        else if (capacity.Any(char.IsControl)) form.Refuse(CapacityField, "Écrivez la qualité sur une seule ligne.");
        else return (role, capacity);
        return null;
    }

    /// <summary>A role with a capital.</summary>
    public static string NameOf(Role role) => role.InFrench() is var word ? char.ToUpperInvariant(word[0]) + word[1..] : "";

    private static string HintOf(Role role) => role switch
    {
        Role.Officer => "Instruit les dossiers et propose une décision.",
        Role.LeadOfficer => "Confie les dossiers, instruit, contrôle les propositions et prépare les lots.",
        Role.Signatory => "Décide, seul ou par lot.",
        Role.Finance => "Fixe les enveloppes budgétaires et suit les versements.",
        Role.Administrator => "Invite les agents, modifie les textes, surveille le service.",
        _ => "Lit tout, ne change rien.",
    };
}
