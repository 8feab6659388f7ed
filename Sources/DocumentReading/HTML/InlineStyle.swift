/// What the `style` attribute of an element says that matters for reading.
struct InlineStyle {
    private(set) var isHidden = false
    private(set) var isStruck = false
    /// Off the line, where it says so.
    private(set) var level: TextLevel?

    init() {}

    init(_ text: String) {
        // Most styles say nothing of the kind; the ends of the words stand in both cases of their first letters.
        let bytes = Array(text.utf8)
        guard
            ["isplay", "ISPLAY", "hide", "ecoration", "ECORATION", "lign", "LIGN", "raise"].contains(where: bytes.holds)
        else { return }
        for declaration in StyleDeclarations(text.utf8) {
            switch declaration.property {
            case "display": isHidden = declaration.value.hasPrefix("none")
            case "mso-hide": if declaration.value == "all" { isHidden = true }
            case "text-decoration", "text-decoration-line":
                if declaration.value.utf8.map({ $0 }).holds("line-through") { isStruck = true }
            case "vertical-align", "mso-text-raise": level = Self.level(declaration.value)
            default: break
            }
        }
    }

    /// `super`, `sub`, or a length or share above or below the line.
    private static func level(_ value: String) -> TextLevel? {
        if value.hasPrefix("super") { return .raised }
        if value.hasPrefix("sub") { return .lowered }
        guard value.utf8.contains(where: { (0x31...0x39).contains($0) }) else { return nil }
        return value.hasPrefix("-") ? .lowered : .raised
    }
}

/// The declarations of a style, in small letters and without blanks.
struct StyleDeclarations: Sequence, IteratorProtocol {
    private var rest: [ArraySlice<UInt8>].Iterator

    init(_ text: some Sequence<UInt8>) {
        let plain = text.compactMap { byte -> UInt8? in
            if byte <= 0x20 { return nil }
            return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        }
        rest = plain.split(separator: UInt8(ascii: ";")).makeIterator()
    }

    mutating func next() -> (property: String, value: String)? {
        while let part = rest.next() {
            guard let colon = part.firstIndex(of: UInt8(ascii: ":")) else { continue }
            return (
                String(decoding: part[..<colon], as: UTF8.self), String(decoding: part[(colon + 1)...], as: UTF8.self)
            )
        }
        return nil
    }
}
