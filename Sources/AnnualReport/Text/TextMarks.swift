/// The places of a prepared text at which a piece may begin: figures, signs, letters and characters that words begin
/// with. Noted while the text is prepared, so that nothing else needs to be looked at again.
struct TextMarks {
    private let places: UnsafeMutablePointer<Int32>
    /// How many are noted.
    private(set) var count = 0
    /// Where those of the text begin that is being prepared.
    private var first = 0

    /// Lends room for the marks of texts of so many bytes together.
    static func with<Result>(bytes: Int, _ body: (inout TextMarks) -> Result) -> Result? {
        // Two more than there are bytes: a place is written first and counted only where it holds.
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: bytes + 2) { places in
            guard let start = places.baseAddress else { return nil }
            var marks = TextMarks(places: start)
            return body(&marks)
        }
    }

    private init(places: UnsafeMutablePointer<Int32>) { self.places = places }

    /// Begins the marks of another text, behind those of the texts before.
    mutating func begin() { first = count }

    /// Where the next place goes; each that holds takes one step.
    var next: UnsafeMutablePointer<Int32> { places + count }

    /// Counts the places that were written before `end`.
    mutating func take(until end: UnsafeMutablePointer<Int32>) { count = end - places }

    /// The place noted at an index.
    @inline(__always)
    subscript(index: Int) -> Int { Int(places[index]) }

    /// Notes a place.
    @inline(__always)
    mutating func add(_ place: Int) {
        places[count] = Int32(truncatingIfNeeded: place)
        count &+= 1
    }

    /// Notes a place unless it was noted last.
    mutating func addOnce(_ place: Int) {
        if count == first || places[count - 1] != Int32(truncatingIfNeeded: place) { add(place) }
    }
}
