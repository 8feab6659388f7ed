/// Searching for words in UTF-8.
extension UnsafeBufferPointer<UInt8> {
    /// Where bytes stand first, from an index on; nil where they do not, or are none.
    func firstIndex(of word: [UInt8], from start: Int = 0) -> Int? {
        guard word.count > 1, count - start >= word.count else {
            return word.isEmpty ? nil : self[start...].firstIndex { $0 == word[0] && word.count == 1 }
        }
        let first = word[0]
        // The second byte of a Chinese character tells more than its first.
        let second = word[1]
        return word.withUnsafeBufferPointer { word in
            for index in start...count - word.count where self[index + 1] == second && self[index] == first {
                var same = 2
                while same < word.count, self[index + same] == word[same] { same += 1 }
                if same == word.count { return index }
            }
            return nil
        }
    }

    /// How many characters begin in a range.
    func count(ofScalarsIn range: Range<Int>) -> Int {
        var count = 0
        for index in range { count += self[index] & 0xC0 == 0x80 ? 0 : 1 }
        return count
    }
}

extension [UInt8] {
    /// Where a word stands first; nil where it does not.
    func firstIndex(of word: String) -> Int? { withUnsafeBufferPointer { $0.firstIndex(of: Array(word.utf8)) } }

    /// Whether a word stands anywhere.
    func has(_ word: String) -> Bool { firstIndex(of: word) != nil }
}

extension String {
    /// Whether a word stands anywhere; compares bytes, which is what Chinese text needs.
    func has(_ word: String) -> Bool {
        let wanted = Array(word.utf8)
        return utf8.withContiguousStorageIfAvailable { $0.firstIndex(of: wanted) != nil }
            ?? (Array(utf8).firstIndex(of: word) != nil)
    }
}
