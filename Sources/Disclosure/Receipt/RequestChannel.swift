/// How an application came in. Source: 条例 Art 31.
public enum RequestChannel: String, Sendable, Hashable, CaseIterable, Codable {
    /// Handed over in person (当面提交).
    case inPerson = "in_person"
    /// Sent by post that is signed for (邮寄，需签收).
    case signedPost = "signed_post"
    /// Plain letters and other post that nobody signs for (平常信函等无需签收的邮寄).
    case plainLetter = "plain_letter"
    /// The internet channel of the information office (互联网渠道).
    case internet
    /// The fax of the information office (传真).
    case fax

    /// True when the day of receipt is the day on which office and applicant confirm it to each other.
    public var needsConfirmation: Bool {
        switch self {
        case .inPerson, .signedPost: false
        case .plainLetter, .internet, .fax: true
        }
    }

    /// What the day of receipt is on this channel, in Chinese.
    public var receiptRule: String {
        switch self {
        case .inPerson: "当面提交的，以提交之日为收到申请之日"
        case .signedPost: "以邮寄方式提交的，以行政机关签收之日为收到申请之日"
        case .plainLetter: "以平常信函等无需签收的邮寄方式提交的，以与申请人确认之日为收到申请之日"
        case .internet: "通过互联网渠道提交的，以双方确认之日为收到申请之日"
        case .fax: "通过传真提交的，以双方确认之日为收到申请之日"
        }
    }

    /// The same in English.
    public var englishReceiptRule: String {
        switch self {
        case .inPerson: "Handed in: the day of handing in is the day of receipt"
        case .signedPost: "By post: the day the office signs for it is the day of receipt"
        case .plainLetter: "By plain letter: the day the office confirms it with you is the day of receipt"
        case .internet: "Online: the day both sides confirm it is the day of receipt"
        case .fax: "By fax: the day both sides confirm it is the day of receipt"
        }
    }

    /// The paragraph of Art 31 is an item list; the article as a whole is cited.
    public var article: Article { .regulation(31) }
}
