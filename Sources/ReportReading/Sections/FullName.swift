/// The longer form of an organ's name that a text gives: 洪泽区人民政府 → 淮安市洪泽区人民政府.
enum FullName {
    /// How many characters of the text are searched.
    private static let reach = 4000

    /// The longest form of a name in the head and the beginning of the text; the name itself where there is none.
    static func of(_ agency: String, in head: [UInt8], _ text: [UInt8]) -> String {
        let name = Array(agency.utf8)
        guard agency.unicodeScalars.count >= 4 else { return agency }
        var best = agency
        for part in [head, text] {
            part.withUnsafeBufferPointer { bytes in
                var index = 0
                while let found = bytes.firstIndex(of: name, from: index) {
                    index = found + name.count
                    guard part.count <= reach || bytes.count(ofScalarsIn: 0..<found) < reach else { return }
                    guard let prefix = prefix(bytes, before: found) else { continue }
                    let longer = prefix + agency
                    if longer.unicodeScalars.count > best.unicodeScalars.count { best = longer }
                }
            }
        }
        return best
    }

    /// The place before a name: up to nine characters, the last of which is 市, 县 or the like.
    private static func prefix(_ bytes: SourceBytes, before end: Int) -> String? {
        var start = end
        while start >= 3, end - start < 27, isName(bytes, at: start - 3) { start -= 3 }
        guard start < end else { return nil }
        let prefix = Array(bytes.text(start..<end).unicodeScalars)
        guard let last = prefix.last, places.contains(last) else { return nil }
        let cut = prefix.lastIndex(where: { stops.contains($0) }).map { $0 + 1 } ?? 0
        guard prefix.count - cut >= 3 else { return nil }
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: prefix[cut...])
        return String(kept)
    }

    /// Whether the three bytes at an index are a Chinese character.
    private static func isName(_ bytes: SourceBytes, at index: Int) -> Bool {
        guard bytes[index] >= 0xE4, bytes[index] <= 0xE9 else { return false }
        let (scalar, _) = KeyText.decode(bytes, at: index, end: index + 3)
        return scalar >= 0x4E00 && scalar <= 0x9FFF
    }

    private static let places = Set("市县区省州盟旗".unicodeScalars)
    private static let stops = Set("由与请和在对向将是本据按及为经系现布了年月日到从的".unicodeScalars)
}
