/// The name of a sheet: 1 to 31 characters, without `[ ] : * ? / \`, not beginning or ending with an apostrophe.
public struct SheetName: Sendable, Hashable {
    /// The name.
    public let text: String
    /// The most characters, counted as UTF-16 units.
    public static let limit = 31

    /// A name; nil where workbooks do not allow it.
    public init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard !text.isEmpty, text.utf16.count <= Self.limit, scalars.first != "'", scalars.last != "'",
            scalars.allSatisfy({ !"[]:*?/\\".unicodeScalars.contains($0) && $0.value >= 0x20 })
        else { return nil }
        self.text = text
    }

    /// A name made of whatever text: what is not allowed is left out, what is too long is cut off.
    public init(cleaning text: String, otherwise standard: StaticString) {
        var kept = ""
        for scalar in text.unicodeScalars where !"[]:*?/\\'".unicodeScalars.contains(scalar) && scalar.value >= 0x20 {
            guard kept.utf16.count + scalar.utf16.count <= Self.limit else { break }
            kept.unicodeScalars.append(scalar)
        }
        self.text = kept.isEmpty ? standard.description : kept
    }
}
