/// A value that is laid down once and lives as long as the program, passed on as its place alone.
///
/// `@unchecked Sendable`: what its pointer points at is written before the value exists, and never changed or freed.
struct PermanentValue<Value: Sendable>: @unchecked Sendable {
    private let place: UnsafePointer<Value>

    /// Lays a value down. For static data only: nothing gives the memory back.
    init(_ value: Value) {
        let target = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        target.initialize(to: value)
        place = UnsafePointer(target)
    }

    /// The value.
    var value: Value {
        @inline(__always) _read { yield place.pointee }
    }
}
