/// The places of a prepared text at which a piece may begin: figures, signs, letters and characters that words begin
/// with. Noted while the text is prepared, so that nothing else needs to be looked at again.
struct TextMarks {
    private let places: UnsafeMutablePointer<Int32>
    /// How many are noted.
    private(set) var count = 0

    /// Lends room for the marks of texts of so many bytes together.
    static func with(bytes: Int, _ body: (inout TextMarks) -> Void) {
        // Two more than there are bytes: a place is written first and counted only where it holds.
        let places = UnsafeMutablePointer<Int32>.allocate(capacity: bytes + 2)
        defer { places.deallocate() }
        var marks = TextMarks(places: places)
        body(&marks)
    }

    private init(places: UnsafeMutablePointer<Int32>) { self.places = places }

    /// The place noted at an index.
    @inline(__always)
    subscript(index: Int) -> Int { Int(places[index]) }

    /// Notes a place.
    @inline(__always)
    mutating func add(_ place: Int) {
        places[count] = Int32(truncatingIfNeeded: place)
        count += 1
    }

    /// Notes a character of a class that begins words or is one.
    @inline(__always)
    mutating func add(_ place: Int, _ own: UInt8) {
        places[count] = Int32(truncatingIfNeeded: place)
        count &+= own & (CharacterClasses.begins | CharacterClasses.isWord) == 0 ? 0 : 1
    }
}
