/// What is wrong in a field of a form.
struct FieldProblem: Sendable, Equatable {
    /// The id of the field's control, which the summary leads to; empty for what concerns the whole form.
    var field: String
    /// What is wrong and how to mend it, for the visitor.
    var message: Sentence
}
