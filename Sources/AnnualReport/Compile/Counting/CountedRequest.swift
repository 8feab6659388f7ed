internal import CivilTime
public import Disclosure

/// What table three needs to know of one application: who asked, and in which years it came and was closed.
///
/// The type of the applicant is that of the registration, whatever became known later: a change on the way would break
/// the balance of two columns. Source: 国办公开办函〔2021〕30号; 条例 Art 31, 50.
public struct CountedRequest: Sendable, Hashable {
    /// The type of the applicant, as registered.
    public let applicant: ApplicantType
    /// The year of the legal day of receipt.
    public let received: Int
    /// The year of the first closing, never before that of the receipt; nil while it is open.
    public let closed: Int?
    /// The result of the first closing; nil exactly while it is open.
    public let result: ResultLeaf?

    /// An open application.
    public init(_ applicant: ApplicantType, received: Int) {
        self.applicant = applicant
        self.received = received
        closed = nil
        result = nil
    }

    /// A closed application; one that was closed before it counts as received counts as closed in the year of receipt.
    public init(_ applicant: ApplicantType, received: Int, closed: Int, as result: ResultLeaf) {
        self.applicant = applicant
        self.received = received
        self.closed = max(closed, received)
        self.result = result
    }

    /// An application as its entries tell it; nil while it was never received in law, and once it is void.
    ///
    /// Example: arrived by plain letter 2020-12-30, confirmed 2021-01-04: received in 2021.
    public init?(_ request: InformationRequest) {
        guard request.voiding == nil, let from = request.countedFrom else { return nil }
        let applicant = request.registration.applicantType
        guard let day = request.rounds.first?.closedOn, let closure = request.rounds.first?.closure else {
            self.init(applicant, received: from.year)
            return
        }
        self.init(applicant, received: from.year, closed: day.year, as: closure.result)
    }

    /// True when it was received in the year (本年新收).
    public func isNew(in year: Int) -> Bool { received == year }
    /// True when it was received earlier and open when the year began (上年结转).
    public func isCarriedIn(to year: Int) -> Bool { received < year && closed.map { $0 >= year } ?? true }
    /// True when it was open on 31 December of the year (结转下年度继续办理).
    public func isCarriedOut(of year: Int) -> Bool { received <= year && closed.map { $0 > year } ?? true }
    /// The row among the results of the year; nil when it was not closed in the year.
    public func result(in year: Int) -> ResultLeaf? { closed == year ? result?.asReported(inYear: year) : nil }
    /// True when it counts in any row of the year.
    public func counts(in year: Int) -> Bool { isNew(in: year) || isCarriedIn(to: year) }
}

extension CountedRequest {
    /// True when it counts in a cell of table three of a year's report.
    public func counts(in cell: CellAddress, of year: Int) -> Bool {
        guard cell.table == FormTable.applications, cell.column == "total" || cell.column == applicant.rawValue else {
            return false
        }
        switch cell.row {
        case "new_received": return isNew(in: year)
        case "carried_in": return isCarriedIn(to: year)
        case "carried_out": return isCarriedOut(of: year)
        case "results_total": return result(in: year) != nil
        default:
            guard let result = result(in: year) else { return false }
            // The single row of the form of 2019 holds what later forms part.
            return result.rawValue == cell.row || cell.row == ResultLeaf.other.rawValue && result.family == .other
        }
    }
}
