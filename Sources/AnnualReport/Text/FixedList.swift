/// A list that is written once and never changes, or a part of one, in one piece of memory.
///
/// What an array is, but made with less work: the standard library makes an array of a given size by code that
/// looks its type up at run time, and a part of it is of another type.
struct FixedList<Element: BitwiseCopyable>: RandomAccessCollection {
    private let storage: ManagedBuffer<Void, Element>
    private let start: Int
    private let length: Int

    /// A list of at most so many elements, which must have no reference in them: nothing ends their lives. `write` writes
    /// them into the room that it is lent and gives how many they are.
    init(capacity: Int, _ write: (UnsafeMutablePointer<Element>) -> Int) {
        storage = Storage<Element>.create(minimumCapacity: capacity) { _ in }
        start = 0
        length = storage.withUnsafeMutablePointerToElements { write($0) }
    }

    /// The part of a list in a range of its indices.
    init(_ list: FixedList, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= list.length, "a part of the list")
        storage = list.storage
        start = list.start + range.lowerBound
        length = range.count
    }

    private final class Storage<Own>: ManagedBuffer<Void, Own> {}

    var startIndex: Int { 0 }
    var endIndex: Int { length }

    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < length, "an index of the list")
        return storage.withUnsafeMutablePointerToElements { $0[start + index] }
    }

    /// Lends the elements.
    func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
        storage.withUnsafeMutablePointerToElements { body(UnsafeBufferPointer(start: $0 + start, count: length)) }
    }
}
