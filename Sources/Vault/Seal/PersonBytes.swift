/// A person as bytes to be sealed: tag, two bytes of length and UTF-8 for each field, filled up with zeros to the next
/// 256 so that the length tells little.
enum PersonBytes {
    private static let step = 256

    static func write(_ person: Person) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in person.fields {
            guard let value = person[field] else { continue }
            let text = Array(value.reveal().utf8)
            bytes += [field.tag, UInt8(truncatingIfNeeded: text.count >> 8), UInt8(truncatingIfNeeded: text.count)]
            bytes += text
        }
        let length = (bytes.count / step + 1) * step
        return bytes + [UInt8](repeating: 0, count: length - bytes.count)
    }

    /// The person; nil when the bytes are not one. Fields of a newer program are left out.
    static func read(_ bytes: [UInt8]) -> Person? {
        var values: [PersonField: PersonalText] = [:]
        var place = 0
        while place < bytes.count, bytes[place] != 0 {
            guard place + 3 <= bytes.count else { return nil }
            let length = Int(bytes[place + 1]) << 8 | Int(bytes[place + 2])
            let (start, end) = (place + 3, place + 3 + length)
            guard end <= bytes.count, let text = String(validating: bytes[start..<end], as: UTF8.self) else {
                return nil
            }
            if let field = PersonField.allCases.first(where: { $0.tag == bytes[place] }) {
                values[field] = PersonalText(field, sealed: text)
            }
            place = end
        }
        return values[.name] == nil ? nil : Person(sealed: values)
    }
}
