/// Finds the word that was probably meant.
enum NearWord {
    /// The closest of the words, when it differs by at most two letters (one for short words).
    static func find(_ word: String, among words: [String]) -> String? {
        let allowed = word.utf8.count < 5 ? 1 : 2
        let ranked = words.map { (word: $0, distance: distance(Array(word.utf8), Array($0.utf8))) }
        return ranked.filter { $0.distance <= allowed }.min { $0.distance < $1.distance }?.word
    }

    /// How many bytes must be put in, taken out or changed to make one word of the other.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        // A word on the command line may be of any length; a guess for a long one helps nobody.
        guard a.count <= 64, b.count <= 64 else { return .max }
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let changed = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
