/// A list that is laid down once and lives as long as the program: it is passed on and read without counting a
/// reference.
///
/// `@unchecked Sendable`: what its pointer points at is written before the list exists, and never changed or freed.
struct PermanentList<Element: Sendable>: @unchecked Sendable, RandomAccessCollection {
    /// The elements.
    let elements: UnsafeBufferPointer<Element>

    /// Lays a list down. For static data only: nothing gives the memory back.
    init(_ list: some Collection<Element>) {
        let target = UnsafeMutableBufferPointer<Element>.allocate(capacity: list.count)
        _ = target.initialize(fromContentsOf: list)
        elements = UnsafeBufferPointer(target)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { elements.count }

    @inline(__always)
    subscript(index: Int) -> Element { elements[index] }
}
