namespace Iness.Web.Components;

/// <summary>The fields of a form with their errors, as a page draws them.</summary>
/// <param name="Fields">The fields in order.</param>
/// <param name="Errors">Every error; empty at first.</param>
public sealed record FormView(IReadOnlyList<Field> Fields, IReadOnlyList<FieldError> Errors)
{
    /// <summary>Each field with the first error on it.</summary>
    public IEnumerable<DrawnField> Drawn(bool firstIsHeading) =>
        Fields.Select((field, i) => new DrawnField(field, Errors.FirstOrDefault(error => error.Name == field.Name)?.Message, firstIsHeading && i == 0));

    /// <summary>Each error with the control it leads to.</summary>
    public IEnumerable<(string Id, string Message)> Summary =>
        Errors.Select(error => (Error: error, Field: Fields.FirstOrDefault(candidate => candidate.Name == error.Name)))
            .Select(pair => (pair.Field?.FocusId ?? pair.Error.Name, Sentence(pair.Error, pair.Field)));

    private static string Sentence(FieldError error, Field? field) => error.LacksSubject && field is not null
        ? $"« {field.Label} » : {char.ToLowerInvariant(error.Message[0])}{error.Message[1..]}"
        : error.Message;
}
