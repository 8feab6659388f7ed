extension Substring {
    /// Without blanks and tabs at both ends.
    var trimmedBlanks: Substring {
        var rest = self
        while let first = rest.utf8.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
        while let last = rest.utf8.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
        return rest
    }
}

/// A header value with parameters, as `form-data; name="file"; filename="报告.docx"`.
struct HeaderParameters {
    /// The part before the first `;` in lower case.
    let value: String
    private var parameters: [(name: String, value: String)] = []

    /// Reads as much as is well formed; what is not is missing then, and whoever needs it refuses.
    init(_ text: String) {
        var rest = Array(text.utf8)[...]
        value = String(
            decoding: Self.trimmed(Self.take(&rest, until: UInt8(ascii: ";"))).map(Headers.lowered), as: UTF8.self)
        while rest.popFirst() != nil {
            let name = Self.trimmed(Self.take(&rest, until: UInt8(ascii: "="), or: UInt8(ascii: ";")))
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest.removeFirst()
            while rest.first == 0x20 || rest.first == 0x09 { rest.removeFirst() }
            let bytes: [UInt8]
            if rest.first == UInt8(ascii: "\"") {
                guard let quoted = Self.takeQuoted(&rest) else { return }
                bytes = quoted
                _ = Self.take(&rest, until: UInt8(ascii: ";"))
            } else {
                bytes = Array(Self.trimmed(Self.take(&rest, until: UInt8(ascii: ";"))))
            }
            parameters.append(
                (String(decoding: name.map(Headers.lowered), as: UTF8.self), String(decoding: bytes, as: UTF8.self)))
        }
    }

    /// A parameter's value, or `nil`.
    subscript(name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// How often a parameter is given.
    func count(of name: String) -> Int {
        parameters.count { $0.name == name }
    }

    private static func take(
        _ rest: inout ArraySlice<UInt8>, until stop: UInt8, or other: UInt8? = nil
    ) -> ArraySlice<UInt8> {
        let taken = rest.prefix { $0 != stop && $0 != other }
        rest = rest.dropFirst(taken.count)
        return taken
    }

    /// A quoted string. A backslash escapes only a quote: browsers send the backslashes of Windows paths as they are.
    private static func takeQuoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        rest.removeFirst()
        var text: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return text }
            if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "\"") {
                rest.removeFirst()
                text.append(UInt8(ascii: "\""))
            } else {
                text.append(byte)
            }
        }
        return nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while bytes.first == 0x20 || bytes.first == 0x09 { bytes.removeFirst() }
        while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
        return bytes
    }
}
