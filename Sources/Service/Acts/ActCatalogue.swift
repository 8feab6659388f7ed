/// Every act that can be done with the ledger.
public enum ActCatalogue {
    /// The acts, in the order of the documentation.
    public static let all: [ActDefinition] =
        RequestActs.all + ItemActs.all + AppealActs.all + SupervisionActs.all + FigureActs.all + AdjustmentActs.all
        + OfficeActs.all + GuideActs.all + CatalogueActs.all + PersonActs.all + VoidActs.all

    private static let index = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    /// An act by its name; nil when there is none.
    public static func named(_ name: String) -> ActDefinition? { index[name] }
}
