public import Disclosure

/// How applicants are told by e-mail.
public struct MailSetting: Sendable {
    /// The address messages come from.
    public let sender: EmailAddress
    /// What stands before that address.
    public var senderName = "政府信息公开平台"
    /// The address of the site without a path: `https://www.example.gov.cn`.
    public let origin: String
    /// How often one message is tried, 1 to 20; 8, which takes about three days.
    public var tries = 8
    /// Messages in one round, 1 to 1,000; 100.
    public var round = 100
    /// How long it is remembered what became of a message, in days, 1 to 3,650; 90.
    public var keepDays = 90

    /// A setting.
    public init(from sender: EmailAddress, origin: String) {
        self.sender = sender
        self.origin = origin
    }

    /// How long after a try without success the next one follows, in milliseconds: five minutes, then three times as long
    /// each time, at most a day.
    static func pause(after tries: Int) -> Int64 {
        var minutes: Int64 = 5
        for _ in 0..<min(max(tries, 0), 6) { minutes *= 3 }
        return min(minutes, 24 * 60) * 60_000
    }
}
