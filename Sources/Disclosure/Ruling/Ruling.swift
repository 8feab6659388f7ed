/// What the law makes of a command that it allows: the entries to be recorded, together and in order.
///
/// A command that it does not allow is a `Refusal` and changes nothing.
public struct Ruling<Act: RecordedAct>: Sendable, Hashable {
    /// The entries; never empty.
    public let entries: [Entry<Act>]
    /// What is worth saying; no error among them.
    public let remarks: [Finding]
}
