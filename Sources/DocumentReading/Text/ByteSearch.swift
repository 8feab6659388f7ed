extension RandomAccessCollection<UInt8> where Index == Int {
    /// Whether the bytes of `word` stand somewhere in here.
    func holds(_ word: String) -> Bool { holds(Array(word.utf8)) }

    /// Whether `word` stands somewhere in here.
    func holds(_ word: [UInt8]) -> Bool {
        guard let first = word.first, count >= word.count else { return false }
        for start in startIndex...(endIndex - word.count) where self[start] == first {
            if self[start..<start + word.count].elementsEqual(word) { return true }
        }
        return false
    }
}
