public import CivilTime

/// Where an item's latest version stands.
public enum ItemStage: String, Sendable, Hashable, CaseIterable {
    /// Being written (起草).
    case draft
    /// In review (审核中).
    case inReview = "in_review"
    /// Agreed to by all levels (已审定).
    case approved
    /// Published (已公开).
    case published
    /// Taken back (已撤回).
    case withdrawn
    /// Entered in error; nothing more is done with it (已作废).
    case voided

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .draft: "正在起草"
        case .inReview: "正在审核"
        case .approved: "已经审定"
        case .published: "已经公开"
        case .withdrawn: "已经撤回"
        case .voided: "已经作废"
        }
    }
}

/// An item of government information with its review and its publication, as its entries tell it.
public struct InformationItem: Sendable, Hashable {
    /// A version that is, or was, on line.
    public struct Published: Sendable, Hashable {
        /// Which version, from 1.
        public let version: Int
        /// What it says.
        public let content: ItemContent
        /// Where.
        public let publication: Publication
        /// The day.
        public let day: Day
    }

    /// Its name.
    public let reference: ItemReference
    /// The latest version.
    public internal(set) var content: ItemContent
    /// Its number, from 1.
    public internal(set) var version = 1
    /// Who wrote it since the last version that was published.
    public internal(set) var authors: Set<OfficerReference>
    /// Its handing in for review.
    public internal(set) var submission: ItemSubmission?
    /// The levels that agreed, in order.
    public internal(set) var approvals: [Approval] = []
    /// The version on line; nil when there is none.
    public internal(set) var published: Published?
    /// The first publication, by which timeliness is judged first.
    public internal(set) var firstPublished: Published?
    /// The later publications of information that had changed since, each with its own 20 days; not those of a better
    /// wording of the same.
    public internal(set) var changes: [Published] = []
    /// Why it was taken back.
    public internal(set) var withdrawal: ItemWithdrawal?
    /// Whether it still holds.
    public internal(set) var validity = ItemValidity.inForce
    /// The last day it was looked at: by the leader, or again under Art 18.
    public internal(set) var assessedOn: Day?
    /// True when it came from an older register, which does not tell of its review.
    public let isTakenOver: Bool
    /// Why it is void; nil while it counts.
    public internal(set) var voiding: Voiding?
    /// The latest day of an act.
    public internal(set) var lastDay: Day

    /// The levels after the handler, in order (三级审核). Source: 条例 Art 17.
    public static let levels: [OfficeRole] = [.reviewer, .supervisingLeader]

    /// Where the latest version stands.
    public var stage: ItemStage {
        if voiding != nil { return .voided }
        if published?.version == version { return .published }
        if withdrawal != nil { return .withdrawn }
        if approvals.count == Self.levels.count || isTakenOver && version == 1 { return .approved }
        return submission == nil ? .draft : .inReview
    }

    /// The next level to agree; nil when none is.
    public var nextLevel: OfficeRole? {
        stage == .inReview ? Self.levels[approvals.count] : nil
    }

    /// True when the first publication, and that of every change since, came in time; nil while there is none, or it is
    /// not to be published by itself.
    ///
    /// Example: formed 2025-06-03, published 2025-07-01: in time; 2025-07-02: not. Changed 2025-08-01 and published again
    /// 2025-08-29: in time; 2025-09-01: not. Source: 条例 Art 26.
    public func isTimely(by calendar: WorkingCalendar) -> Bool? {
        firstPublished.map { first in
            ([first] + changes).allSatisfy { $0.day <= $0.content.publicationDue(by: calendar) }
        }
    }

    /// True when the latest version says what was formed or changed after all that was published: it has its own 20 days.
    var isNews: Bool {
        (changes.last ?? firstPublished).map { $0.content.formed < content.formed } ?? true
    }

    /// The day by which information that is not published must be looked at again; nil for what is, or was not agreed to.
    ///
    /// The Regulation names no interval: it is a setting. Example: agreed to 2025-06-10, every 12 months: 2026-06-10.
    /// Source: 条例 Art 18.
    public func reassessmentDue(everyMonths interval: Int) -> Day? {
        guard stage == .approved, content.attribute != .proactive, let assessedOn, interval > 0 else { return nil }
        return assessedOn.adding(months: interval)
    }

    init(_ draft: ItemDraft, on day: Day) {
        reference = draft.item
        content = draft.version.content
        authors = [draft.version.author]
        isTakenOver = false
        lastDay = day
    }

    init(_ takeover: ItemTakeover, on day: Day) {
        reference = takeover.item
        content = takeover.version.content
        authors = [takeover.version.author]
        isTakenOver = true
        lastDay = day
        assessedOn = day
        guard let publication = takeover.publication else { return }
        published = Published(version: 1, content: content, publication: publication, day: day)
        firstPublished = published
    }

    /// An item from its entries, in order; nil when there are none.
    ///
    /// - Throws: `Refusal` naming the first entry that does not fit.
    public init?(folding entries: some Sequence<ItemEntry>) throws(Refusal) {
        var item: InformationItem?
        for entry in entries { item = try Self.applying(entry, to: item) }
        guard let item else { return nil }
        self = item
    }

    /// The item after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(_ entry: ItemEntry, to item: InformationItem?) throws(Refusal) -> InformationItem {
        let misfit = Refusal(ExaminationFinding.misfit(entry.kind.rawValue, entry.day))
        if case .drafted(let draft) = entry.act {
            guard item.map({ $0.voiding != nil }) ?? true else { throw misfit }
            return InformationItem(draft, on: entry.day)
        }
        if case .takenOver(let takeover) = entry.act {
            guard item.map({ $0.voiding != nil }) ?? true else { throw misfit }
            return InformationItem(takeover, on: entry.day)
        }
        guard var next = item, next.voiding == nil, next.take(entry) else { throw misfit }
        next.lastDay = max(next.lastDay, entry.day)
        return next
    }

    private mutating func take(_ entry: ItemEntry) -> Bool {
        switch entry.act {
        case .drafted, .takenOver: return false
        case .voided(let voiding):
            self.voiding = voiding
            // Nothing of it is on line or was ever counted.
            published = nil
            firstPublished = nil
            changes = []
        case .amended(let version): begin(version.content, by: version.author)
        case .submitted(let submission):
            guard stage == .draft else { return false }
            self.submission = submission
        case .approved(let approval):
            guard approval.approval.role == nextLevel else { return false }
            approvals.append(approval.approval)
            if stage == .approved { assessedOn = entry.day }
        case .returned:
            guard stage == .inReview else { return false }
            submission = nil
            approvals = []
        case .published(let publication):
            guard stage == .approved, content.attribute == .proactive else { return false }
            let one = Published(version: version, content: content, publication: publication, day: entry.day)
            if firstPublished != nil && isNews { changes.append(one) }
            published = one
            firstPublished = firstPublished ?? one
        case .withdrawn(let withdrawal):
            guard published != nil else { return false }
            if stage == .published { self.withdrawal = withdrawal }
            published = nil
        case .validityChanged(let change):
            guard validity == .inForce, published != nil else { return false }
            validity = change.validity
        case .reassessed(let assessment):
            guard stage == .approved, content.attribute != .proactive else { return false }
            assessedOn = entry.day
            guard assessment.outcome == .disclose else { break }
            var open = content
            open.attribute = .proactive
            open.ground = nil
            open.reasons = nil
            // The time to publish runs from the day on which the circumstances were found to have changed.
            open.formed = entry.day
            begin(open, by: assessment.officer)
        }
        return true
    }

    /// A new version, which is reviewed from the beginning.
    private mutating func begin(_ content: ItemContent, by author: OfficerReference) {
        if stage == .published || stage == .withdrawn { authors = [] }
        self.content = content
        authors.insert(author)
        version += 1
        submission = nil
        approvals = []
        withdrawal = nil
    }
}
