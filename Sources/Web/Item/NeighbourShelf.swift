internal import Disclosure
internal import Ledger
internal import Markup
internal import PageStore
internal import Service
internal import Synchronization

/// What stands at the end of an item's page: the latest items of the same office and topic, or category.
///
/// Thousands of pages show the same few, so they are read and drawn once, and again when the office has changed anything of
/// its items. Whether everyone may see them is asked for each page.
final class NeighbourShelf: Sendable {
    /// The lines of one neighbourhood in one language.
    private struct Lines: Sendable {
        let lines: [(item: ItemReference, html: HTML)]
        let office: PageBasis
        let moment: PageMoment

        /// What it takes in memory, about.
        var byteCount: Int { lines.reduce(300) { $0 + $1.html.count + 120 } }
    }

    private struct Key: Hashable {
        let place: PublicNeighbourhood
        let isEnglish: Bool
    }

    private struct State {
        var known: [Key: Lines] = [:]
        var bytes = 0
    }

    private let show: ShowItem
    private let limit: Int
    private let state = Mutex(State())

    /// A shelf over a ledger.
    ///
    /// - Parameter limit: bytes of lines that are kept; 0 keeps none.
    init(ledger: Ledger, limit: Int) {
        show = ShowItem(ledger: ledger)
        self.limit = limit
    }

    /// Bytes of lines that are kept now.
    var bytes: Int { state.withLock { $0.bytes } }

    /// Writes the others beside an item; nothing where there are none.
    ///
    /// - Returns: the revision of the ledger that they show.
    func write(beside item: PublicItem, _ t: Wording, _ standing: PageStanding, to html: inout HTML)
        throws(ServiceError) -> Int64
    {
        let lines = try lines(beside: item, t, standing)
        // What was drawn before stands for the state now unless the office has changed something since.
        let isCurrent = standing.holds(lines.office, drawnAt: lines.moment)
        let revision = isCurrent ? standing.now.revision : lines.moment.revision
        guard lines.lines.contains(where: { $0.item != item.item }), show.allowsPublished(of: item.office) else {
            return revision
        }
        html.write("<section class=\"part near\" aria-labelledby=\"h-near\">\n<div class=\"bar\"><h2 id=\"h-near\">")
        html.write(text: t("相关信息", "Related"))
        html.write("</h2></div>\n<ol class=\"items\">\n")
        var left = PublicNeighbourhood.relatedLimit
        for line in lines.lines where left > 0 && line.item != item.item {
            html += line.html
            left -= 1
        }
        html.write("</ol>\n</section>")
        return revision
    }

    private func lines(
        beside item: PublicItem, _ t: Wording, _ standing: PageStanding
    ) throws(ServiceError) -> Lines {
        let key = Key(place: PublicNeighbourhood(of: item), isEnglish: t.isEnglish)
        if let known = state.withLock({ $0.known[key] }), standing.holds(known.office, drawnAt: known.moment) {
            return known
        }
        let read = try show.neighbours(of: item)
        let list = ItemList(lines: read.lines, t: t, showsOffice: false)
        let drawn = Lines(
            lines: read.lines.map { ($0.item, list.line($0)) },
            office: SiteContext.Dependence.office(item.office).basis,
            // Never later than what was read: the next change must count.
            moment: PageMoment(revision: min(standing.now.revision, read.revision), era: standing.now.era))
        keep(drawn, for: key)
        return drawn
    }

    private func keep(_ lines: Lines, for key: Key) {
        let count = lines.byteCount
        guard count <= limit / 4 else { return }
        state.withLock { state in
            if let old = state.known.removeValue(forKey: key) { state.bytes -= old.byteCount }
            // Any of them gives way: all cost the same to draw again.
            while state.bytes + count > limit, let other = state.known.first {
                state.known[other.key] = nil
                state.bytes -= other.value.byteCount
            }
            state.known[key] = lines
            state.bytes += count
        }
    }
}
