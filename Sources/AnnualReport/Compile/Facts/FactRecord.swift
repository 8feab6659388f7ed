public import CivilTime
public import Disclosure

/// What one record adds to a fact of a year.
///
/// A fact is the sum of the amounts of its records; records without an amount of their own add one.
public struct FactRecord: Sendable, Hashable {
    /// The id of the fact (`items.published.channel.website`).
    public let fact: String
    /// The year it counts in.
    public let year: Int
    /// What it adds: one, a number of persons or items, an amount in fen.
    public let amount: Int64
    /// The period in which the act had to be done, where there is one.
    public let term: Term?

    /// An act with a period of working days: what timeliness is judged by, with whatever calendar is in force then.
    public struct Term: Sendable, Hashable {
        /// The day from which the period ran.
        public let begun: Day
        /// The day of the act.
        public let done: Day
        /// The working days allowed.
        public let allowed: WorkingDays

        /// A period.
        public init(begun: Day, done: Day, allowed: WorkingDays) {
            self.begun = begun
            self.done = done
            self.allowed = allowed
        }

        /// True when the act came by the last day.
        public func isTimely(by calendar: WorkingCalendar) -> Bool {
            done <= calendar.day(allowed, after: begun) ?? .latest
        }
    }

    /// What a record adds.
    public init(_ fact: String, year: Int, amount: Int64 = 1, term: Term? = nil) {
        self.fact = fact
        self.year = year
        self.amount = amount
        self.term = term
    }
}

/// Records from which facts are counted.
public protocol FactSource: Sendable {
    /// What it adds to the facts, each fact and year once; it follows from the record alone.
    var factRecords: [FactRecord] { get }
}

extension InformationItem: FactSource {
    /// One of what was made in the year it was formed, and of what was published in the year of the first publication, with
    /// its category, its class and every channel. Source: 条例 Art 20, 23, 26, 50.
    public var factRecords: [FactRecord] {
        guard voiding == nil else { return [] }
        let content = firstPublished?.content ?? content
        var records = [
            FactRecord("items.formed", year: content.formed.year),
            FactRecord("items.formed.\(content.attribute.rawValue)", year: content.formed.year),
        ]
        guard let first = firstPublished else { return records }
        let year = first.day.year
        let allowed = first.content.timeLimit ?? .proactiveDisclosure
        records.append(
            FactRecord(
                "items.published", year: year,
                term: .init(begun: first.content.formed, done: first.day, allowed: allowed)))
        if let category = first.content.category {
            records.append(FactRecord("items.published.category.\(category.rawValue)", year: year))
        }
        if let itemClass = first.content.itemClass {
            records.append(FactRecord(ItemClass.fact(itemClass.text), year: year))
        }
        for channel in Set(first.publication.channels) {
            records.append(FactRecord("items.published.channel.\(channel.rawValue)", year: year))
        }
        return records
    }
}

extension HandoverBatch: FactSource {
    /// A batch or a nil return in the year it was put together, and the items each hall signed for. Source: 条例 Art 25.
    public var factRecords: [FactRecord] {
        guard voiding == nil else { return [] }
        let year = prepared.year
        guard !isNil else { return [FactRecord("handovers.nil_returns", year: year)] }
        let items = Int64(list.items.count)
        var records = [
            FactRecord("handovers.batches", year: year), FactRecord("handovers.items", year: year, amount: items),
        ]
        for (hall, day) in receipts {
            records.append(FactRecord("handovers.received.\(hall.rawValue)", year: day.year, amount: items))
        }
        return records
    }
}

extension InformationRequest: FactSource {
    /// How it came in, what was asked on the way, and the fees, by the year of each. Source: 条例 Art 30-35, 44; 109号.
    public var factRecords: [FactRecord] {
        guard voiding == nil else { return [] }
        var records: [FactRecord] = []
        if let from = countedFrom {
            records.append(FactRecord("requests.channel.\(registration.channel.rawValue)", year: from.year))
        }
        var sums: [String: [Int: Int64]] = [:]
        func add(_ fact: String, _ day: Day?, _ amount: Int64 = 1) {
            if let day { sums[fact, default: [:]][day.year, default: 0] += amount }
        }
        for round in rounds {
            add("requests.corrections", round.correction?.asked)
            add("requests.extensions", round.extended?.decided)
            for consultation in round.consultations {
                add("requests.consultations.\(consultation.letter.kind.rawValue)", consultation.sent)
            }
            add("fees.notices", round.fee?.sent)
            add("fees.charged", round.fee?.sent, round.fee?.notice.amount.fen ?? 0)
            add("fees.paid", round.fee?.paid, round.fee?.notice.amount.fen ?? 0)
            if round.reopening != nil { add("requests.reopened", round.start) }
        }
        for (fact, years) in sums {
            for (year, amount) in years { records.append(FactRecord(fact, year: year, amount: amount)) }
        }
        return records
    }
}

extension Appeal: FactSource {
    /// One new case in the year it came. Source: 条例 Art 50(3).
    public var factRecords: [FactRecord] {
        guard voiding == nil, let first = instances.first else { return [] }
        return [FactRecord("appeals.new.\(route.rawValue)", year: first.opened.year)]
    }
}
