/// A list that is laid down once and lives as long as the program: it is passed on and read without counting a
/// reference.
///
/// `@unchecked Sendable`: what its pointer points at is written before the list exists, and never changed or freed.
struct PermanentList<Element: Sendable>: @unchecked Sendable, RandomAccessCollection {
    /// Where the elements begin.
    let start: UnsafePointer<Element>
    let count: Int

    /// Lays a list down. For static data only: nothing gives the memory back.
    init(_ list: some Collection<Element>) {
        let target = UnsafeMutablePointer<Element>.allocate(capacity: list.count)
        _ = UnsafeMutableBufferPointer(start: target, count: list.count).initialize(fromContentsOf: list)
        start = UnsafePointer(target)
        count = list.count
    }

    /// The elements.
    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Element { elements[index] }
}
