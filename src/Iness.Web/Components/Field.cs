namespace Iness.Web.Components;

/// <summary>One field of a form, ready to be drawn by the partial « _Field ».</summary>
/// <param name="Name">Name in the form, and id on the page.</param>
/// <param name="Label">Label, or legend of a group.</param>
/// <param name="Hint">A sentence below the label; null for none.</param>
public abstract record Field(string Name, string Label, string? Hint)
{
    /// <summary>Id of the control that an error links to.</summary>
    public virtual string FocusId => Name;

    /// <summary>The choice it depends on, « name=value » with values apart by « | »; a script hides it otherwise. Its label says so too, for those without.</summary>
    public string? ShownWhen { get; init; }
}

/// <summary>A line of text.</summary>
public sealed record TextField(string Name, string Label, string? Hint = null) : Field(Name, Label, Hint)
{
    /// <summary>What is in it.</summary>
    public string? Value { get; init; }

    /// <summary>Keyboard that a phone shows: text, numeric, decimal.</summary>
    public string InputMode { get; init; } = "text";

    /// <summary>Unit after the field.</summary>
    public string? Suffix { get; init; }

    /// <summary>Width class: input--width-10…; the full width by default.</summary>
    public string? Width { get; init; }

    /// <summary>Longest text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What the browser may propose: name, tel, email… nothing by default.</summary>
    public string AutoComplete { get; init; } = "off";

    /// <summary>Type of the control: text, email.</summary>
    public string Type { get; init; } = "text";
}

/// <summary>A password: never shown again once sent, and shown while it is typed by its button where there is JavaScript.</summary>
public sealed record PasswordField(string Name, string Label, string? Hint = null) : Field(Name, Label, Hint)
{
    /// <summary>What the browser may propose: the current password, or « new-password ».</summary>
    public string AutoComplete { get; init; } = "current-password";
}

/// <summary>Several lines of text.</summary>
public sealed record TextAreaField(string Name, string Label, string? Hint = null) : Field(Name, Label, Hint)
{
    /// <summary>What is in it.</summary>
    public string? Value { get; init; }

    /// <summary>Lines shown.</summary>
    public int Rows { get; init; } = 5;

    /// <summary>Longest text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What the browser may propose; nothing by default.</summary>
    public string AutoComplete { get; init; } = "off";
}

/// <summary>A day, in three parts: people type a date faster than they pick it, and any keyboard can.</summary>
public sealed record DateField(string Name, string Label, string? Hint = null) : Field(Name, Label, Hint)
{
    /// <summary>What is in the three parts.</summary>
    public (string? Day, string? Month, string? Year) Value { get; init; }

    /// <inheritdoc/>
    public override string FocusId => Name + "-jour";
}

/// <summary>One choice among several.</summary>
public sealed record RadiosField(string Name, string Label, IReadOnlyList<Choice> Choices, string? Hint = null) : Field(Name, Label, Hint)
{
    /// <summary>The value chosen.</summary>
    public string? Value { get; init; }

    /// <summary>Short choices stand side by side.</summary>
    public bool Inline { get; init; }

    /// <summary>Smaller buttons, for a form of many groups; the place to touch stays as large.</summary>
    public bool Small { get; init; }

    /// <inheritdoc/>
    public override string FocusId => Name + "-1";
}

/// <summary>Several choices.</summary>
public sealed record CheckboxesField(string Name, string Label, IReadOnlyList<Choice> Choices, string? Hint = null) : Field(Name, Label, Hint)
{
    /// <summary>The values chosen.</summary>
    public IReadOnlyCollection<string> Values { get; init; } = [];

    /// <inheritdoc/>
    public override string FocusId => Name + "-1";
}

/// <summary>A value carried along, not seen.</summary>
public sealed record HiddenField(string Name, string Value) : Field(Name, "", null);

/// <summary>One choice of a group.</summary>
/// <param name="Value">Value sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">A sentence below; null for none.</param>
/// <param name="Exclusive">Choosing it unchecks the others (« aucun »).</param>
public sealed record Choice(string Value, string Text, string? Hint = null, bool Exclusive = false);

/// <summary>A field with its error, if any.</summary>
/// <param name="Field">The field.</param>
/// <param name="Error">What is wrong; null for nothing.</param>
/// <param name="IsHeading">The label is the title of the page.</param>
public sealed record DrawnField(Field Field, string? Error, bool IsHeading = false)
{
    /// <summary>Ids that describe the control.</summary>
    public string? DescribedBy
    {
        get
        {
            string?[] told = [Field.Hint is null ? null : Field.Name + "-aide", Error is null ? null : Field.Name + "-erreur", Field is TextAreaField { MaxLength: not null } ? Field.Name + "-info" : null];
            var ids = string.Join(' ', told.Where(id => id is not null));
            return ids.Length == 0 ? null : ids;
        }
    }
}
