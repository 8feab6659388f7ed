/// Writes `Encodable` values as canonical JSON: the same value always gives the same bytes, on every machine.
///
/// Names are sorted by their UTF-8 bytes; what is nil is left out of an object and is `null` in a list; numbers are whole.
/// A floating number is refused, for two programs may write the same one in two ways.
public enum CanonicalEncoder {
    /// The bytes of a value.
    ///
    /// - Throws: `CanonicalEncodingError` naming the place of a floating number, or saying what the value itself refused.
    public static func encode(_ value: some Encodable) throws(CanonicalEncodingError) -> [UInt8] {
        CanonicalText.bytes(of: try tree(value))
    }

    /// The value as a tree, its names in the order in which they were encoded.
    public static func tree(_ value: some Encodable) throws(CanonicalEncodingError) -> JSONValue {
        let node = EncodedNode()
        do {
            try NodeEncoder(node: node, trail: nil).encode(value)
        } catch EncodingError.invalidValue(_, let context) {
            throw CanonicalEncodingError(path: CodingTrail.text(context.codingPath), detail: context.debugDescription)
        } catch {
            throw CanonicalEncodingError(path: "", detail: "\(error)")
        }
        return node.value
    }
}

/// Why a value has no canonical form.
public struct CanonicalEncodingError: Error, Sendable, Hashable {
    /// Where in the value: `applicant.name`, `parts[2]`; empty for the whole.
    public let path: String
    /// What is wrong, in English for the log.
    public let detail: String
}

/// The way from the whole to the value in hand; kept as a chain, since it is needed only when something fails.
final class CodingTrail: Sendable {
    let key: any CodingKey
    let before: CodingTrail?

    init(_ key: any CodingKey, after before: CodingTrail?) {
        self.key = key
        self.before = before
    }

    static func keys(_ trail: CodingTrail?) -> [any CodingKey] {
        var keys: [any CodingKey] = []
        var place = trail
        while let here = place {
            keys.append(here.key)
            place = here.before
        }
        return keys.reversed()
    }

    /// A path as people write it.
    static func text(_ keys: [any CodingKey]) -> String {
        var text = ""
        for key in keys {
            if let index = key.intValue, key is IndexKey {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return text
    }
}

/// The place in a list, or a name that has no type of its own.
struct IndexKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ index: Int) {
        intValue = index
        stringValue = String(index)
    }
    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }
    init(intValue: Int) { self.init(intValue) }
}
