/// The office of disclosure work (政府信息公开工作机构), as people reach it. Source: 条例 Art 12(2).
public struct DisclosureUnit: Sendable, Hashable, Codable {
    /// Its name: 测试局办公室.
    public var name: Statement
    /// Its address.
    public var address: Statement
    /// The post code of the address; nil where it is not given.
    public var postcode: PostCode?
    /// Its hours, with the days.
    public var hours: Statement
    /// Its telephone.
    public var telephone: TelephoneNumber
    /// Its fax; nil for none.
    public var fax: TelephoneNumber?
    /// Its e-mail; this or `website` is there.
    public var email: EmailAddress?
    /// Where it is reached on the net; this or `email` is there.
    public var website: WebAddress?

    /// A unit.
    public init(
        _ name: Statement, at address: Statement, postcode: PostCode? = nil, hours: Statement,
        telephone: TelephoneNumber, fax: TelephoneNumber? = nil, email: EmailAddress? = nil, website: WebAddress? = nil
    ) {
        self.name = name
        self.address = address
        self.postcode = postcode
        self.hours = hours
        self.telephone = telephone
        self.fax = fax
        self.email = email
        self.website = website
    }
}

/// A way on which the office takes applications, as it announced it. Source: 条例 Art 28, 国办公开办函〔2017〕19号.
public struct AnnouncedChannel: Sendable, Hashable, Codable {
    /// Which way.
    public var channel: RequestChannel
    /// Where and under which conditions.
    public var conditions: Statement

    /// A channel.
    public init(_ channel: RequestChannel, _ conditions: Statement) {
        self.channel = channel
        self.conditions = conditions
    }
}

/// Who takes complaints about disclosure. Source: 条例 Art 47, 51.
public struct ComplaintContact: Sendable, Hashable, Codable {
    /// Its name.
    public var name: Statement
    /// Its address; nil where it is not given.
    public var address: Statement?
    /// Its telephone.
    public var telephone: TelephoneNumber
    /// The e-mail for complaints; nil for none.
    public var email: EmailAddress?

    /// A contact.
    public init(
        _ name: Statement, telephone: TelephoneNumber, at address: Statement? = nil, email: EmailAddress? = nil
    ) {
        self.name = name
        self.telephone = telephone
        self.address = address
        self.email = email
    }
}

/// What a guide to open government information says (政府信息公开指南). Source: 条例 Art 12(2).
public struct GuideContent: Sendable, Hashable, Codable {
    /// How the information is classified (信息的分类).
    public var classification: Statement
    /// How the catalogue is arranged (编排体系).
    public var arrangement: Statement
    /// The ways to obtain what is published (获取方式), 1 to `wayLimit`.
    public var ways: [Statement]
    /// The office of disclosure work.
    public var unit: DisclosureUnit
    /// The ways on which applications are taken; each once, those in person and by post among them.
    public var channels: [AnnouncedChannel]
    /// Who takes complaints; nil where it is not given.
    public var complaints: ComplaintContact?
    /// What the office says of remedies beyond the law's own words; nil for nothing.
    public var remedies: Statement?

    /// The most ways to obtain information.
    public static let wayLimit = 20

    /// A content.
    public init(
        _ classification: Statement, arrangement: Statement, ways: [Statement], unit: DisclosureUnit,
        channels: [AnnouncedChannel], complaints: ComplaintContact? = nil, remedies: Statement? = nil
    ) {
        self.classification = classification
        self.arrangement = arrangement
        self.ways = ways
        self.unit = unit
        self.channels = channels
        self.complaints = complaints
        self.remedies = remedies
    }
}

extension RequestChannel {
    /// The name in Chinese, as a guide announces it.
    public var chineseText: String {
        switch self {
        case .inPerson: "当面提交"
        case .signedPost: "邮政寄送"
        case .plainLetter: "平常信函"
        case .internet: "互联网"
        case .fax: "传真"
        }
    }
}
