/// The office's own classes of items (栏目、类别), as facts name them.
public enum ItemClass {
    /// What stands before the name of a class in the id of its fact.
    public static let factPrefix = "items.published.class."

    /// The id of the fact of a class. Where it is not among the facts of a year in which the register was kept, it is 0.
    public static func fact(_ name: String) -> String { factPrefix + name }
}
