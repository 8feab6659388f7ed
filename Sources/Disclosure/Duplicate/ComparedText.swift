/// A text as it is compared with another one: letters, digits and Chinese characters only, in one width and one case.
///
/// Example: `关于“XX路”改造（2024年）的批复。` and `关于 xx路 改造(2024年)的批复` are the same text.
public struct ComparedText: Sendable, Hashable {
    /// What is left of the text.
    public let text: String

    /// A text for comparison.
    public init(_ text: String) {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // Full-width forms of ASCII lie in one block, in the same order.
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            guard let plain = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar else { continue }
            guard plain.properties.isAlphabetic || plain.properties.numericType != nil else { continue }
            kept.append(contentsOf: plain.properties.lowercaseMapping.unicodeScalars)
        }
        self.text = String(kept)
    }
}
