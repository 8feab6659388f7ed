extension SupplyForm {
    /// True where the form can come by that way: paper does not come over the net, what is read on the premises is not sent,
    /// a file does not come by fax. Source: 条例 Art 29(2)(3), 40.
    public var isPossible: Bool {
        switch (medium, delivery) {
        case (.paper, .internet), (.electronic, .fax), (.reading, .post), (.reading, .internet), (.reading, .fax): false
        default: true
        }
    }
}

extension SupplyForm.Medium {
    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .paper: "纸质"
        case .electronic: "电子文件"
        case .reading: "到现场查阅、抄录"
        }
    }

    /// The name in English.
    public var englishText: String {
        switch self {
        case .paper: "Paper"
        case .electronic: "Electronic file"
        case .reading: "Reading on the premises"
        }
    }
}

extension SupplyForm.Delivery {
    /// The name in Chinese, as an applicant at the site reads it.
    public var chineseText: String {
        switch self {
        case .internet: "在本站查收"
        case .post: "邮寄"
        case .inPerson: "自行领取"
        case .fax: "传真"
        }
    }

    /// The name in English.
    public var englishText: String {
        switch self {
        case .internet: "On this site"
        case .post: "By post"
        case .inPerson: "Collect in person"
        case .fax: "Fax"
        }
    }
}
