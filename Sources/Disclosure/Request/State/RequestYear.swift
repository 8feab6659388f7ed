public import CivilTime

/// How one application counts in table three of the annual report of a year.
///
/// For every application and year, new and carried in together are the result and carried out together, and what is
/// carried out is carried in the year after: the identities of the form hold by construction.
public struct RequestYear: Sendable, Hashable {
    /// It is one of 本年新收.
    public let isNew: Bool
    /// It is one of 上年结转.
    public let isCarriedIn: Bool
    /// Its row among 本年度办理结果; nil when it was not closed in the year.
    public let result: ResultLeaf?
    /// It is one of 结转下年度继续办理.
    public let isCarriedOut: Bool
}

extension InformationRequest {
    /// The day from which it counts: that of its receipt, for a part of a letter not before the day of the split, so that
    /// a year that was already reported does not change; nil while it was never received in law, and for a void
    /// registration.
    public var countedFrom: Day? {
        guard let receiptDate, voiding == nil else { return nil }
        guard let origin = registration.origin, origin.kind == .split else { return receiptDate }
        return max(receiptDate, origin.day)
    }

    /// How it counts in the report of a year.
    ///
    /// Its one result is that of its first closing: a new answer after an appeal shows in table four, and counts here no
    /// second time. Example: received 2024-12-20, closed 2025-01-20: new and carried out in 2024, carried in with its
    /// result in 2025. Source: 国办公开办函〔2021〕30号; 条例 Art 50.
    public func counted(inYear year: Int) -> RequestYear {
        guard let from = countedFrom?.year, from <= year else {
            return RequestYear(isNew: false, isCarriedIn: false, result: nil, isCarriedOut: false)
        }
        let closed = rounds[0].closedOn.map { max($0.year, from) }
        let isOpenBefore = from < year && (closed ?? .max) >= year
        return RequestYear(
            isNew: from == year, isCarriedIn: isOpenBefore,
            result: closed == year ? rounds[0].closure?.result.asReported(inYear: year) : nil,
            isCarriedOut: (closed ?? .max) > year)
    }
}
