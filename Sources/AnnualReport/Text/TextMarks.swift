/// The places of a prepared text at which a piece may begin: figures, signs, letters and characters that words begin
/// with. Noted while the text is prepared, so that nothing else needs to be looked at again.
struct TextMarks {
    private let places: UnsafeMutablePointer<Int32>
    /// How many are noted.
    private(set) var count = 0

    /// Lends room for the marks of texts of so many bytes.
    static func with<Result>(bytes: Int, _ body: (inout TextMarks) -> Result) -> Result? {
        // Two more than there are bytes: a place is written first and counted only where it holds.
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: bytes + 2) { places in
            guard let start = places.baseAddress else { return nil }
            var marks = TextMarks(places: start)
            return body(&marks)
        }
    }

    private init(places: UnsafeMutablePointer<Int32>) { self.places = places }

    /// Forgets all.
    mutating func clear() { count = 0 }

    /// The place noted at an index.
    @inline(__always)
    subscript(index: Int) -> Int { Int(places[index]) }

    /// Notes a place.
    @inline(__always)
    mutating func add(_ place: Int) {
        places[count] = Int32(truncatingIfNeeded: place)
        count &+= 1
    }

    /// Notes a place where the lowest bit of a class says so.
    @inline(__always)
    mutating func add(_ place: Int, _ own: UInt8) {
        places[count] = Int32(truncatingIfNeeded: place)
        count &+= Int(own & 1)
    }

    /// Notes a place unless it was noted last.
    mutating func addOnce(_ place: Int) {
        if count == 0 || places[count - 1] != Int32(truncatingIfNeeded: place) { add(place) }
    }
}
