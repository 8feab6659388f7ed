/// What a JSON text may be at most; a stranger's text is never read without.
public struct JSONLimits: Sendable, Hashable {
    /// Bytes of the text.
    public var bytes: Int
    /// Arrays and objects inside one another, 1 to 200.
    public var depth: Int
    /// True where an object that names something twice is refused; false takes the last.
    public var refusesDuplicates: Bool

    /// Limits; 1 MiB, 32 levels and no name twice unless told.
    public init(bytes: Int = 1 << 20, depth: Int = 32, refusesDuplicates: Bool = true) {
        self.bytes = max(bytes, 0)
        // Reading is recursive: a deeper text would use up the stack of a thread.
        self.depth = min(max(depth, 1), 200)
        self.refusesDuplicates = refusesDuplicates
    }
}
