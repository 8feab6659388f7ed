public import Disclosure

/// How the applications of one office count in one year: rows of table three by the six types of applicants.
///
/// Every application adds one to new or carried in, and one to a result or to carried out. What is carried out of a year
/// is what is carried into the next, because both are asked of the same two numbers. So the balance of every column and
/// the carry-over between years hold whatever the ledger holds. Source: 国办公开办函〔2019〕60号, 〔2021〕30号.
public struct RequestTally: Sendable, Hashable {
    /// The year that is counted.
    public let year: Int
    /// Three flows, then the results by their numbers; six columns each.
    private var counts: [Int]
    /// The row for each number of a result, as the form of the year names it.
    private let rows: [Int]

    private static let flows = 3
    private enum Flow { static let new = 0, carriedIn = 1, carriedOut = 2 }

    /// A tally of nothing.
    public init(year: Int) {
        self.year = year
        counts = Array(
            repeating: 0, count: (Self.flows + StatisticsCode.resultCount) * StatisticsCode.applicantCount)
        rows = (0..<StatisticsCode.resultCount).map { code in
            guard let result = StatisticsCode.result(code) else { return code }
            return StatisticsCode.code(of: result.asReported(inYear: year))
        }
    }

    /// Counts an application; one that does not belong to the year changes nothing.
    public mutating func count(_ request: CountedRequest) {
        count(
            applicant: StatisticsCode.code(of: request.applicant), received: request.received,
            closed: request.closed ?? StatisticsCode.open,
            result: request.result.map { StatisticsCode.code(of: $0) } ?? 0)
    }

    /// Counts an application by its numbers, as a scan of the statistics meets them.
    ///
    /// - Parameters:
    ///   - applicant: the number of the type, 0-5.
    ///   - closed: the year of closing, `StatisticsCode.open` while open.
    ///   - result: the number of the result, 0-21; of no meaning while open.
    /// - Returns: false where a number is none of these; nothing is counted then.
    @discardableResult
    public mutating func count(applicant: Int, received: Int, closed: Int, result: Int) -> Bool {
        guard applicant >= 0, applicant < StatisticsCode.applicantCount, result >= 0,
            result < StatisticsCode.resultCount
        else { return false }
        guard received <= year, closed >= year else { return true }
        let flow = received == year ? Flow.new : Flow.carriedIn
        counts[flow &* StatisticsCode.applicantCount &+ applicant] &+= 1
        let end = closed > year ? Flow.carriedOut : Self.flows &+ rows[result]
        counts[end &* StatisticsCode.applicantCount &+ applicant] &+= 1
        return true
    }

    /// 本年新收 of a type of applicant.
    public func new(_ applicant: ApplicantType) -> Int { at(Flow.new, applicant) }
    /// 上年结转 of a type of applicant.
    public func carriedIn(_ applicant: ApplicantType) -> Int { at(Flow.carriedIn, applicant) }
    /// 结转下年度继续办理 of a type of applicant.
    public func carriedOut(_ applicant: ApplicantType) -> Int { at(Flow.carriedOut, applicant) }
    /// The applications of a type of applicant that were closed with a result, as the form of the year names it.
    public func closed(_ result: ResultLeaf, _ applicant: ApplicantType) -> Int {
        at(Self.flows + StatisticsCode.code(of: result), applicant)
    }

    /// All applications of a type of applicant that were closed.
    public func closed(_ applicant: ApplicantType) -> Int {
        (0..<StatisticsCode.resultCount).reduce(0) { $0 + at(Self.flows + $1, applicant) }
    }

    private func at(_ row: Int, _ applicant: ApplicantType) -> Int {
        counts[row * StatisticsCode.applicantCount + StatisticsCode.code(of: applicant)]
    }
}
