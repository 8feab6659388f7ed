/// Whoever hands messages to a mail server.
public protocol MailCarrier: Sendable {
    /// Hands one message over.
    ///
    /// - Parameters:
    ///   - message: head and body by RFC 5322, lines ended by CR LF.
    ///   - sender: the address that faults are told to.
    ///   - recipient: the one address it goes to.
    func carry(_ message: [UInt8], from sender: String, to recipient: String) -> MailOutcome
}
