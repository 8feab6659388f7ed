public import Disclosure
public import Ledger

/// One application of one office, as an applicant names it: `office-2025-12`.
///
/// The numbers of offices begin at one each year, so that the office's code stands before the number.
public struct CaseKey: Sendable, Hashable, CustomStringConvertible {
    /// The office.
    public let office: AgencyCode
    /// Its number there.
    public let request: RequestNumber

    /// A key.
    public init(office: AgencyCode, request: RequestNumber) {
        self.office = office
        self.request = request
    }

    /// A key as a person types it: full width, blanks and long dashes are taken too. Nil for anything else.
    public init?(typed text: String) {
        var plain = ""
        for scalar in text.unicodeScalars.prefix(200) {
            let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            guard let narrow = Unicode.Scalar(value) else { return nil }
            if narrow.properties.isWhitespace { continue }
            plain.unicodeScalars.append(Self.dashes.contains(narrow) ? "-" : narrow)
        }
        let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let office = AgencyCode(parts.dropLast(2).joined(separator: "-")),
            let request = RequestNumber(parts.suffix(2).joined(separator: "-"))
        else { return nil }
        self.init(office: office, request: request)
    }

    private static let dashes: [Unicode.Scalar] = ["—", "–", "−", "－"]

    /// As it is told: `office-2025-12`.
    public var description: String { "\(office.text)-\(request)" }
}
