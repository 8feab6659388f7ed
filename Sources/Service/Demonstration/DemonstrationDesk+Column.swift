internal import CivilTime
internal import Disclosure
internal import Ledger

/// Guides, standard catalogues and categories of which an office has nothing.
extension DemonstrationDesk {
    mutating func guide(_ line: DemonstrationLine) throws(DemonstrationStop) {
        let content = try need(line.guide, "guide")
        try run(ReviseGuide(content, on: try day(line.day), by: try reference(Self.handler)), on: .guide)
    }

    mutating func matter(_ line: DemonstrationLine) throws(DemonstrationStop) {
        let name: MatterReference = try reference(line.name)
        let content = try need(line.listing, "listing")
        try run(
            ListMatter(name, content, on: try day(line.day), by: try reference(Self.handler)),
            on: Subject<MatterAct>(name))
    }

    mutating func emptyCategory(_ line: DemonstrationLine) throws(DemonstrationStop) {
        let category = try need(line.category.flatMap { ProactiveCategory(rawValue: $0) }, "category")
        try run(
            ConfirmEmptyCategory(
                category, published: 0, on: try day(line.day), reasons: try text(line.title),
                by: try reference(Self.handler)), on: Subject(category))
    }
}
