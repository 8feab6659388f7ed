/// The places of a prepared text at which a piece may begin: figures, signs, letters and characters that words begin
/// with. Noted while the text is prepared, so that nothing else needs to be looked at again.
struct TextMarks {
    private let places: UnsafeMutablePointer<Int32>
    /// How many are noted.
    private(set) var count = 0
    private let pairs: UnsafePointer<UInt64>

    /// Lends room for the marks of texts of so many bytes.
    static func with<Result>(bytes: Int, _ body: (inout TextMarks) -> Result) -> Result? {
        // Two more than there are bytes: a place is written first and counted only where it holds.
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: bytes + 2) { places in
            Vocabulary.shared.withPairs { pairs in
                guard let start = places.baseAddress, let first = pairs.baseAddress else { return nil }
                var marks = TextMarks(places: start, pairs: first)
                return body(&marks)
            }
        }
    }

    private init(places: UnsafeMutablePointer<Int32>, pairs: UnsafePointer<UInt64>) {
        self.places = places
        self.pairs = pairs
    }

    /// Forgets all.
    mutating func clear() { count = 0 }

    /// The place noted at an index.
    @inline(__always)
    subscript(index: Int) -> Int { Int(places[index]) }

    /// Notes a place.
    @inline(__always)
    mutating func add(_ place: Int) {
        places[count] = Int32(truncatingIfNeeded: place)
        count += 1
    }

    /// Notes a character of a class, unless no word begins with it and the one behind it.
    @inline(__always)
    mutating func add(_ place: Int, _ own: UInt8, _ code: Int, _ next: Int) {
        let hash = Vocabulary.hash(code, next)
        let mayBegin = UInt8(truncatingIfNeeded: pairs[hash >> 6] >> UInt64(hash & 63)) & 1
        places[count] = Int32(truncatingIfNeeded: place)
        count += Int((own & CharacterClasses.isWord) >> 1 | own & mayBegin)
    }

    /// Notes a character of a class, whatever stands behind it.
    @inline(__always)
    mutating func add(_ place: Int, _ own: UInt8) {
        places[count] = Int32(truncatingIfNeeded: place)
        count += own & (CharacterClasses.begins | CharacterClasses.isWord) == 0 ? 0 : 1
    }
}
