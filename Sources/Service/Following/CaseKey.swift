public import Disclosure
public import Ledger
internal import Vault

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

    /// Whether a text has the form of what an applicant is told: a number, or the code beside it.
    public static func isTold(_ text: String) -> Bool { CaseKey(typed: text) != nil || QueryCode(typed: text) != nil }

    /// Whether such a number or code stands anywhere in a text, parted from the rest by other signs than letters, digits and
    /// dashes: `登记号：office-2025-12&code=…`.
    public static func isToldWithin(_ text: String) -> Bool {
        if isTold(text) { return true }
        let pieces = text.unicodeScalars.split { !isSign($0) }
        return pieces.contains { isTold(String(Substring($0))) }
    }

    /// True for what a number or a code can be written with, full width among it.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: return true
        default: return dashes.contains(scalar)
        }
    }

    private static let dashes: [Unicode.Scalar] = ["—", "–", "−", "－"]

    /// As it is told: `office-2025-12`.
    public var description: String { "\(office.text)-\(request)" }
}
