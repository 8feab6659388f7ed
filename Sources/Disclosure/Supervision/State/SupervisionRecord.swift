public import CivilTime

/// A matter of supervision, as its entries tell it: an inquiry, a complaint with its answer, a training.
public struct SupervisionRecord: RecordedSubject {
    /// Its name.
    public let reference: SupervisionReference
    /// What it says now.
    public internal(set) var matter: SupervisionMatter
    /// The day it happened, or the last of the days it sums up; the year it counts in.
    public let day: Day
    /// The first of several days; nil for a single one.
    public let since: Day?
    /// The answer of a complaint.
    public internal(set) var answer: ComplaintAnswer?
    /// The day of the answer.
    public internal(set) var answered: Day?
    /// How often it was put right.
    public internal(set) var corrections = 0
    /// Why it counts no longer; nil while it counts.
    public internal(set) var striking: SupervisionStriking?
    /// The latest day of an act.
    public internal(set) var lastDay: Day

    /// True while it counts.
    public var counts: Bool { striking == nil }
    /// True for a complaint without an answer.
    public var isOpen: Bool { matter.kind == .complaint && answer == nil && counts }

    /// The last day to answer a complaint; nil when none is open.
    ///
    /// The Regulation sets no time, so that a setting does. Example: received 2025-06-03, within 15 working days: until
    /// 2025-06-24. Source: 条例 Art 47, 51.
    public func answerDue(within time: WorkingDays, by calendar: WorkingCalendar) -> Day? {
        isOpen ? calendar.day(time, after: day) : nil
    }

    /// The record after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(
        _ entry: SupervisionEntry, to record: SupervisionRecord?
    ) throws(Refusal) -> SupervisionRecord {
        let begun: SupervisionRecord?
        switch entry.act {
        case .inquiryRecorded(let recording): begun = SupervisionRecord(recording, on: entry.day)
        case .complaintReceived(let recording): begun = SupervisionRecord(recording, on: entry.day)
        case .appraisalRecorded(let recording): begun = SupervisionRecord(recording, on: entry.day)
        case .trainingRecorded(let recording): begun = SupervisionRecord(recording, on: entry.day)
        case .assessmentRecorded(let recording): begun = SupervisionRecord(recording, on: entry.day)
        case .accountabilityRecorded(let recording): begun = SupervisionRecord(recording, on: entry.day)
        case .interactionRecorded(let recording): begun = SupervisionRecord(recording, on: entry.day)
        case .complaintAnswered, .corrected, .struck: begun = nil
        }
        if let begun {
            guard record == nil else { throw misfit(entry) }
            return begun
        }
        guard var next = record, next.counts, next.take(entry) else { throw misfit(entry) }
        next.lastDay = max(next.lastDay, entry.day)
        return next
    }

    private init(_ recording: SupervisionRecording<some SupervisionContent>, on day: Day) {
        reference = recording.record
        matter = recording.content.matter
        since = recording.since
        self.day = day
        lastDay = day
    }

    private mutating func take(_ entry: SupervisionEntry) -> Bool {
        switch entry.act {
        case .complaintAnswered(let given):
            guard isOpen else { return false }
            answer = given
            answered = entry.day
        case .corrected(let correction):
            guard correction.matter.kind == matter.kind else { return false }
            matter = correction.matter
            corrections += 1
        case .struck(let striking): self.striking = striking
        default: return false
        }
        return true
    }
}
