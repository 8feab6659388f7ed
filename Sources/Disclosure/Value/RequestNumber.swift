/// The registration number of an application (登记号): the year and a serial that begins anew each year, as `2025-12`.
///
/// It is not the number of a letter (文号), which has its own series.
public struct RequestNumber: Sendable, Hashable {
    /// The year, 2008-2199; the Regulation first applied in 2008.
    public let year: Int
    /// The place in the year, 1-999 999.
    public let serial: Int

    /// A number; nil out of the ranges.
    public init?(year: Int, serial: Int) {
        guard (2_008...2_199).contains(year), (1...999_999).contains(serial) else { return nil }
        self.year = year
        self.serial = serial
    }
}

extension RequestNumber: Comparable {
    /// True when the first stands earlier in the register.
    public static func < (a: RequestNumber, b: RequestNumber) -> Bool { (a.year, a.serial) < (b.year, b.serial) }
}

extension RequestNumber: LosslessStringConvertible {
    /// A number from its text; nil when it is not written as `2025-12` or out of range.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = Self.plain(parts[0]), let serial = Self.plain(parts[1]) else { return nil }
        self.init(year: year, serial: serial)
    }

    /// A whole number without sign, space or leading zero.
    private static func plain(_ text: Substring) -> Int? {
        guard let first = text.utf8.first, first != UInt8(ascii: "0"), text.utf8.count <= 6 else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// As it is written in data: `2025-12`.
    public var description: String { "\(year)-\(serial)" }
    /// As it is written in an official text: `2025年第12号`.
    public var chineseText: String { "\(year)年第\(serial)号" }
}

extension RequestNumber: Codable {
    /// A number from its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = RequestNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no registration number")
        }
        self = number
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
