/// A list that is written once and never changes, in one piece of memory of its own.
///
/// What an array is, but made with less work: the standard library makes an array of a given size by code that
/// looks its type up at run time, which counts where a report has ten of them.
struct FixedList<Element>: RandomAccessCollection {
    private let storage: ManagedBuffer<Int, Element>

    /// A list of at most so many elements, which must have no reference in them: nothing ends their lives. `write` writes
    /// them into the room that it is lent and gives how many they are.
    init(capacity: Int, _ write: (UnsafeMutablePointer<Element>) -> Int) where Element: BitwiseCopyable {
        storage = Storage<Element>.create(minimumCapacity: capacity) { _ in 0 }
        storage.withUnsafeMutablePointers { count, elements in count.pointee = write(elements) }
    }

    private final class Storage<Own>: ManagedBuffer<Int, Own> {}

    var startIndex: Int { 0 }
    var endIndex: Int { storage.header }

    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < storage.header, "an index of the list")
        return storage.withUnsafeMutablePointerToElements { $0[index] }
    }

    /// Lends the elements.
    func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
        storage.withUnsafeMutablePointers { body(UnsafeBufferPointer(start: $1, count: $0.pointee)) }
    }
}
