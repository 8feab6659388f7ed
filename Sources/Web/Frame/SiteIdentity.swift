/// Who runs the site, as head and foot of every page say it; what is not given is not shown. Source: 国办发〔2017〕47号.
public struct SiteIdentity: Sendable, Hashable {
    /// The address of the site without a path (`https://www.example.gov.cn`); empty to take that of each request.
    public var origin = ""
    /// The identification code of the site (网站标识码).
    public var code = ""
    /// The number of the ICP filing.
    public var filing = ""
    /// The number of the filing with the police (公安机关备案号).
    public var policeFiling = ""
    /// Who runs the site (主办单位).
    public var organiser = ""
    /// How to reach them.
    public var contact = ""

    /// Nothing given.
    public init() {}

    /// The domain of the origin; empty where none is given.
    var domain: String {
        let rest = origin.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
        return rest.first.map(String.init) ?? ""
    }

    /// True for an origin that addresses can be made of: `http` or `https`, a host, nothing behind it.
    public static func isOrigin(_ text: String) -> Bool {
        guard let rest = ["https://", "http://"].first(where: text.hasPrefix).map({ text.dropFirst($0.count) }) else {
            return false
        }
        return isHost(rest)
    }

    /// True for a host with or without a port.
    static func isHost(_ text: some StringProtocol) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"),
                    UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
    }
}
