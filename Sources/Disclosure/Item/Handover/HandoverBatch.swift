public import CivilTime

/// The number of the papers of a handover (交接文据): a year and a serial that begins anew each year, as `2020-3`.
public struct HandoverNumber: Sendable, Hashable, LosslessStringConvertible {
    /// The year, 2008-2199.
    public let year: Int
    /// The place in the year, 1-9 999.
    public let serial: Int

    /// A number; nil out of the ranges.
    public init?(year: Int, serial: Int) {
        guard let number = RequestNumber(year: year, serial: serial), serial <= 9_999 else { return nil }
        self.year = number.year
        self.serial = number.serial
    }

    /// A number from its text; nil when it is not written as `2020-3` or out of range.
    public init?(_ text: String) {
        guard let number = RequestNumber(text) else { return nil }
        self.init(year: number.year, serial: number.serial)
    }

    /// As it is written in data: `2020-3`.
    public var description: String { "\(year)-\(serial)" }
    /// As it is written on the paper: `〔2020〕3号`.
    public var chineseText: String { "〔\(year)〕\(serial)号" }
}

extension HandoverNumber: Codable {
    /// A number from its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = HandoverNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no handover number")
        }
        self = number
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The two halls that receive what is published (两馆). Source: 条例 Art 25.
public enum ReceivingHall: String, Sendable, Hashable, CaseIterable, Codable {
    /// 国家档案馆.
    case archives
    /// 公共图书馆.
    case library

    /// The name in Chinese.
    public var chineseText: String { self == .archives ? "国家档案馆" : "公共图书馆" }
}

/// A batch was put together; without items it is a nil return (零报告).
public struct HandoverList: Sendable, Hashable, Codable {
    /// The number of its papers.
    public let number: HandoverNumber
    /// What it holds; empty for a nil return.
    public let items: [ItemReference]
    /// Who put it together.
    public let officer: OfficerReference
}

/// A hall signed for a batch.
public struct HandoverReceipt: Sendable, Hashable, Codable {
    /// Which hall.
    public let hall: ReceivingHall
    /// The number or the signature on the paper.
    public let proof: Statement
}

/// What can be recorded of a handover.
public enum HandoverAct: Sendable, Hashable {
    /// A batch was put together.
    case prepared(HandoverList)
    /// A hall signed.
    case received(HandoverReceipt)
    /// It was entered in error.
    case voided(Voiding)
}

/// One act of a handover.
public typealias HandoverEntry = Entry<HandoverAct>

/// A batch of published items for the two halls (两馆移交), as its entries tell it.
public struct HandoverBatch: Sendable, Hashable {
    /// What it holds.
    public let list: HandoverList
    /// The day it was put together.
    public let prepared: Day
    /// The days on which the halls signed.
    public internal(set) var receipts: [ReceivingHall: Day] = [:]

    /// Why it is void; nil while it counts.
    public internal(set) var voiding: Voiding?

    /// The number of its papers.
    public var number: HandoverNumber { list.number }
    /// True for a nil return.
    public var isNil: Bool { list.items.isEmpty }
    /// The halls that have not signed.
    public var missing: [ReceivingHall] { ReceivingHall.allCases.filter { receipts[$0] == nil } }
    /// True when both halls signed.
    public var isComplete: Bool { missing.isEmpty }

    /// A batch from its entries, in order; nil when there are none.
    ///
    /// - Throws: `Refusal` naming the first entry that does not fit.
    public init?(folding entries: some Sequence<HandoverEntry>) throws(Refusal) {
        var batch: HandoverBatch?
        for entry in entries { batch = try Self.applying(entry, to: batch) }
        guard let batch else { return nil }
        self = batch
    }

    private init(_ list: HandoverList, on day: Day) {
        self.list = list
        prepared = day
    }

    /// The batch after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(
        _ entry: HandoverEntry, to batch: HandoverBatch?
    ) throws(Refusal) -> HandoverBatch {
        switch (entry.act, batch) {
        case (.prepared(let list), let former) where former.map { $0.voiding != nil } ?? true:
            return HandoverBatch(list, on: entry.day)
        case (.voided(let voiding), .some(var next)) where next.voiding == nil:
            next.voiding = voiding
            return next
        case (.received(let receipt), .some(var next)) where next.receipts[receipt.hall] == nil && next.voiding == nil:
            next.receipts[receipt.hall] = entry.day
            return next
        default: throw Refusal(ExaminationFinding.misfit(entry.kind.rawValue, entry.day))
        }
    }
}

extension Sequence<HandoverBatch> {
    /// By item, the last day on which it was put into one of these batches; void ones count for nothing.
    public var lastHandedOver: [ItemReference: Day] {
        reduce(into: [:]) { last, batch in
            guard batch.voiding == nil else { return }
            for item in batch.list.items { last[item] = Swift.max(last[item] ?? .earliest, batch.prepared) }
        }
    }
}

extension Finding.Code {
    /// The number is taken.
    public static let handoverAlreadyPrepared = Self("handover.already_prepared")
    /// There is no such batch.
    public static let handoverNotPrepared = Self("handover.not_prepared")
    /// The year of the number is not that of the day.
    public static let handoverNumberYear = Self("handover.number_year")
    /// An item twice.
    public static let handoverItemTwice = Self("handover.item_twice")
    /// An item that is not on line.
    public static let handoverNotPublished = Self("handover.not_published")
    /// An item that was handed over before.
    public static let handoverItemKnown = Self("handover.item_known")
    /// The papers are void.
    public static let handoverVoided = Self("handover.voided")
    /// The hall signed already.
    public static let handoverReceiptKnown = Self("handover.receipt_known")
}
