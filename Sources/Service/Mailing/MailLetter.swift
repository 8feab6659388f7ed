internal import CivilTime
public import Disclosure
public import Ledger

/// A message by e-mail: plain text in UTF-8 to one address. Source: RFC 5322, RFC 2045, RFC 2047.
public struct MailLetter: Sendable, Hashable {
    /// Where faults are told to, and what the reader sees.
    public let sender: EmailAddress
    /// What stands before the address of the sender.
    public let senderName: String
    /// Where it goes.
    public let recipient: EmailAddress
    /// What it is about.
    public let subject: String
    /// The text; paragraphs are parted by `\n`.
    public let text: String
    /// What tells it from every other message: the same for the same notice, so that one that came twice is recognised.
    public let identity: String
    /// When it is sent.
    public let sentAt: Moment

    /// A message.
    public init(
        from sender: EmailAddress, named senderName: String, to recipient: EmailAddress, subject: String, text: String,
        identity: String, at sentAt: Moment
    ) {
        self.sender = sender
        self.senderName = senderName
        self.recipient = recipient
        self.subject = subject
        self.text = text
        self.identity = identity
        self.sentAt = sentAt
    }

    /// Head and body, lines ended by CR LF, none longer than 78 bytes but one with a long address.
    public var bytes: [UInt8] {
        let domain = sender.text.split(separator: "@").last.map { String($0) } ?? "localhost"
        var lines = [
            "From: \(Self.encoded(senderName, after: 6).joined(separator: "\r\n "))\r\n <\(sender.text)>",
            "To: <\(recipient.text)>",
            "Subject: \(Self.encoded(subject, after: 9).joined(separator: "\r\n "))",
            "Date: \(Self.date(sentAt))",
            "Message-ID: <\(Self.word(identity))@\(domain)>",
            // Answers of machines to machines are not wanted. Source: RFC 3834 section 5.
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
        ]
        var lineEnded: [UInt8] = []
        for byte in text.utf8 where byte != UInt8(ascii: "\r") {
            if byte == UInt8(ascii: "\n") { lineEnded.append(UInt8(ascii: "\r")) }
            lineEnded.append(byte)
        }
        // 57 bytes are a line of 76 characters.
        for start in stride(from: 0, to: lineEnded.count, by: 57) {
            lines.append(Base64.text(of: lineEnded[start..<min(start + 57, lineEnded.count)]))
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// A text of any language as words of a head, each whole characters and at most 75 bytes.
    ///
    /// - Parameter place: bytes that stand before the first on its line.
    private static func encoded(_ text: String, after place: Int) -> [String] {
        var words: [String] = []
        var piece: [UInt8] = []
        // 12 bytes of a word are its frame; every third byte of the text becomes four.
        var room = (75 - place - 12) / 4 * 3
        for character in text.unicodeScalars where character.value >= 0x20 && character.value != 0x7F {
            let bytes = Array(String(character).utf8)
            if piece.count + bytes.count > room {
                words.append(word(of: piece))
                piece = []
                room = 45
            }
            piece += bytes
        }
        return piece.isEmpty ? words : words + [word(of: piece)]
    }

    private static func word(of bytes: [UInt8]) -> String { "=?UTF-8?B?\(Base64.text(of: bytes[...]))?=" }

    /// A name of a message: letters, digits, dots and dashes.
    private static func word(_ text: String) -> String {
        String(
            decoding: text.utf8.map { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: byte
                default: UInt8(ascii: "-")
                }
            }, as: UTF8.self)
    }

    /// A moment as heads write it: `22 Nov 2026 20:15:00 +0800`.
    private static func date(_ moment: Moment) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = moment.beijingDay
        let ofDay = (moment.milliseconds + 8 * 3_600_000) / 1_000 % 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = "\(two(ofDay / 3_600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))"
        return "\(day.dayOfMonth) \(months[day.month - 1]) \(day.year) \(time) +0800"
    }
}
