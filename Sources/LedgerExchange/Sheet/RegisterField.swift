/// A column of a register, by its meaning.
protocol RegisterField: Hashable, Sendable, CaseIterable, RawRepresentable<String> {
    /// The heading in our own template.
    var heading: String { get }
    /// Headings that offices use for it.
    var headings: [String] { get }
    /// What a line cannot do without.
    static var required: [Self] { get }
}
