/// A part of memory that somebody else holds and lends for a time: read without counting a reference, and never beyond
/// its bounds.
///
/// Whoever is lent one keeps it no longer than the lender lives.
struct LentList<Element>: RandomAccessCollection {
    private let start: UnsafePointer<Element>
    let count: Int

    /// So many elements from a place on.
    init(_ start: UnsafePointer<Element>, count: Int) {
        self.start = start
        self.count = count
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count)
        return start[index]
    }

    func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        try body(UnsafeBufferPointer(start: start, count: count))
    }
}
