/// What came of handing a message to the mail server.
public enum MailOutcome: Sendable, Hashable {
    /// The server took it.
    case taken
    /// Not now: the server cannot be reached, is busy, or does not admit this program. The code is the server's answer, 0
    /// where there was none. Source: RFC 5321 section 4.2.1.
    case later(code: Int)
    /// Never: the server refuses this message, most often as there is no such address. The code is its answer, 500 to 599.
    case refused(code: Int)
}
