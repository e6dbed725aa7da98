using System.ComponentModel.DataAnnotations;

namespace Iness.Casework.Letters;

/// <summary>Configuration section « ServiceInCharge »: who answers for a file, as printed on every letter (CRPA R112-11-1 2°).</summary>
public sealed record ServiceInCharge
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ServiceInCharge";

    /// <summary>The authority.</summary>
    [Required]
    public string Authority { get; set; } = "Région Hauts-de-France";

    /// <summary>The service within it.</summary>
    [Required]
    public string Name { get; set; } = "Service chargé de l'aide INESS";

    /// <summary>First line of the postal address.</summary>
    [Required]
    public string Street { get; set; } = "151 avenue du président Hoover";

    /// <summary>Second line of the postal address.</summary>
    [Required]
    public string City { get; set; } = "59555 Lille Cedex";

    /// <summary>Telephone.</summary>
    [Required]
    public string Telephone { get; set; } = "03 74 27 00 00";

    /// <summary>E-mail; the Région confirms it before the opening.</summary>
    [Required, EmailAddress]
    public string Email { get; set; } = "iness@hautsdefrance.fr";

    /// <summary>The court that hears appeals.</summary>
    [Required]
    public string Court { get; set; } = "tribunal administratif de Lille";

    /// <summary>Its postal address.</summary>
    [Required]
    public string CourtAddress { get; set; } = "5 rue Geoffroy Saint-Hilaire, CS 62039, 59014 Lille Cedex";
}
