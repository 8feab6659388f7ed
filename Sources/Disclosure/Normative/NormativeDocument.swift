public import CivilTime

/// A rule or a normative document from its issue to its end, as its entries tell it.
public struct NormativeDocument: RecordedSubject {
    /// Where it stands on a day.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// It was not issued yet, or the record was struck.
        case none
        /// 现行有效.
        case inForce = "in_force"
        /// 废止.
        case repealed
        /// 失效: its term ran out.
        case expired
    }

    /// Its name in the ledger.
    public let reference: DocumentReference
    /// What it is called.
    public internal(set) var particulars: NormativeParticulars
    /// The day of the document.
    public let issued: Day
    /// The day it was made public; nil when it was not.
    public internal(set) var disclosed: Day?
    /// The item it was published as.
    public internal(set) var item: ItemReference?
    /// The terms over time: the last day, or none.
    public internal(set) var terms: History<Day?>
    /// The first day on which it no longer holds; nil when it was not repealed.
    public internal(set) var repealed: Day?
    /// Why the record counts no longer; nil while it counts.
    public internal(set) var striking: NormativeStriking?
    /// The latest day of an act on the document itself, corrections of the record aside.
    public internal(set) var lastDay: Day

    /// Which kind.
    public var kind: NormativeKind { particulars.kind }
    /// True while the record counts.
    public var counts: Bool { striking == nil }

    /// Where it stands on a day; a term that ran out is worked out, never stored.
    ///
    /// Example: issued 2020-03-02 until 2025-03-01: in force on 2025-03-01, expired on 2025-03-02. A term that is set anew
    /// holds from the day on which it is set. Issued and not yet in effect counts as in force, so that the three columns of
    /// the form follow from each other. Source: 国办公开办函〔2021〕30号.
    public func status(on day: Day) -> Status {
        guard counts, issued <= day else { return .none }
        if let repealed, repealed <= day { return .repealed }
        if let expires = terms.value(on: day) ?? nil, expires < day { return .expired }
        return .inForce
    }

    /// How it counts in the report of a year.
    public func counted(inYear year: Int) -> NormativeYear {
        guard counts, let last = Day(year: year, month: 12, day: 31), let first = Day(year: year, month: 1, day: 1),
            let eve = first.previous
        else { return NormativeYear() }
        let (before, after) = (status(on: eve), status(on: last))
        let isIssued = issued.year == year
        let wasInForce = before == .inForce || isIssued
        // What had expired before is not repealed a second time.
        let isRepealed =
            repealed.map { day in
                day.year == year && (day == issued || day.previous.map { status(on: $0) == .inForce } ?? false)
            } ?? false
        return NormativeYear(
            isIssued: isIssued, isRepealed: isRepealed,
            isExpired: wasInForce && (after == .expired || after == .repealed && !isRepealed),
            isRevived: before == .expired && (after == .inForce || isRepealed), isInForce: after == .inForce,
            isNewlyDisclosed: disclosed?.year == year,
            isDisclosed: after == .inForce && disclosed.map { $0 <= last } ?? false)
    }

    /// The document after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(
        _ entry: NormativeEntry, to document: NormativeDocument?
    ) throws(Refusal) -> NormativeDocument {
        if case .issued(let issue) = entry.act {
            guard document == nil else { throw misfit(entry) }
            return NormativeDocument(issue, on: entry.day)
        }
        guard var next = document, next.counts, next.take(entry) else { throw misfit(entry) }
        return next
    }

    private init(_ issue: NormativeIssue, on day: Day) {
        reference = issue.document
        particulars = issue.particulars
        issued = day
        terms = History(issue.particulars.expires, from: day)
        lastDay = day
    }

    private mutating func take(_ entry: NormativeEntry) -> Bool {
        switch entry.act {
        case .issued: return false
        case .disclosed(let disclosure):
            guard disclosed == nil, entry.day >= issued else { return false }
            disclosed = entry.day
            lastDay = max(lastDay, entry.day)
            item = disclosure.item
        case .termSet(let term):
            guard repealed == nil, entry.day >= lastDay else { return false }
            terms.append(term.expires, from: entry.day)
            lastDay = entry.day
        case .repealed:
            guard repealed == nil, entry.day >= lastDay else { return false }
            repealed = entry.day
            lastDay = entry.day
        case .corrected(let correction):
            // The term that was issued with it was written wrongly; one that was set later stands by itself.
            if terms.steps.count == 1 { terms.correct(to: correction.particulars.expires) }
            particulars = correction.particulars
        case .struck(let striking): self.striking = striking
        }
        return true
    }
}
