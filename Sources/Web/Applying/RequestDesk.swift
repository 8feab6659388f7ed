internal import HTTPCore
public import Ledger
public import Service

/// What the site needs to take applications and to let them be followed.
public struct RequestDesk: Sendable {
    /// What the use cases work on.
    public let setting: ApplicantSetting
    /// The time of day.
    public let now: @Sendable () -> Moment

    /// A desk.
    public init(_ setting: ApplicantSetting, now: @escaping @Sendable () -> Moment) {
        self.setting = setting
        self.now = now
    }
}

/// How much one address, or one number, may ask of the desk.
public struct RequestDeskLimits: Sendable, Hashable {
    /// Forms that one address may send in an hour; 120.
    public var formsPerHour = 120
    /// Applications that one address may hand in within an hour; 20.
    public var applicationsPerHour = 20
    /// Applications that one address may hand in within an hour without proof or wait; 3.
    public var promptApplicationsPerHour = 3
    /// How long it must wait before each further one, in seconds, where its browser proves nothing; 30.
    public var waitSeconds = 30
    /// How many zero bits the proof of work has that spares the wait, 0 to 24; 16, some seconds of a browser. 0 asks for
    /// no proof: everybody waits.
    public var proofBits = 16
    /// Tries of number and code of one address in a quarter of an hour; 10.
    public var triesPerAddress = 10
    /// Tries of the code of one number in an hour, whatever the addresses, without proof or wait; 20.
    public var triesPerNumber = 20
    /// How many minutes a followed application stays open without a further step; 30.
    public var sessionMinutes = 30

    /// The defaults.
    public init() {}
}

/// The desk with the counters of this server.
struct OpenDesk: Sendable {
    let desk: RequestDesk
    let limits: RequestDeskLimits
    let forms: Allowance
    let applications: Allowance
    let promptApplications: Allowance
    let passes = DraftPasses()
    let triesByAddress: Allowance
    let triesByNumber: Allowance

    init(_ desk: RequestDesk, _ limits: RequestDeskLimits) {
        self.desk = desk
        self.limits = limits
        forms = Allowance(limits.formsPerHour, per: .seconds(3_600))
        applications = Allowance(limits.applicationsPerHour, per: .seconds(3_600))
        promptApplications = Allowance(limits.promptApplicationsPerHour, per: .seconds(3_600))
        triesByAddress = Allowance(limits.triesPerAddress, per: .seconds(900))
        triesByNumber = Allowance(limits.triesPerNumber, per: .seconds(3_600))
    }

    var setting: ApplicantSetting { desk.setting }

    /// Number and code were right: only wrong tries count. Each try is taken before it is looked at, so that many at the
    /// same moment cannot pass the bound.
    ///
    /// - Parameters:
    ///   - place: the number, as the tries of it are counted; nil where the try was not taken from those of the number.
    ///   - address: where the try came from.
    func openedRightly(_ place: String?, from address: String) {
        triesByAddress.giveBack(ClientNetwork.name(of: address))
        if let place { triesByNumber.giveBack(place) }
    }

    /// A sentence that says when to come back.
    func comeBack(after wait: Duration, _ t: Wording) -> String {
        let then = Moment(milliseconds: desk.now().milliseconds + (wait.components.seconds + 1) * 1_000)
        let time = String(then.beijingText.suffix(5))
        return t("提交得太频繁了，请在 \(time) 以后再试。", "Too many attempts in a short time. Please try again after \(time).")
    }
}

extension Response {
    /// The answer with the time after which to come back.
    func retrying(after wait: Duration) -> Response {
        setting("Retry-After", "\(max(1, wait.components.seconds + 1))")
    }
}

extension SiteContext {
    /// The answer where nothing personal can be taken: what is missing goes to the log, the visitor learns another way.
    func deskClosed(_ request: Request) -> Response {
        observe(SiteProblem(requestID: request.id, description: ServiceError.noKey.technicalDescription))
        return refuse(
            request, .unavailable,
            "网上申请和查询暂时不能使用，您填写的内容没有提交，也没有保存。仍然可以当面提交、邮寄，或者按该机关政府信息公开指南公布的其他方式申请；当面提交和邮寄随时可用。",
            "Applying and following on line is not possible just now; nothing you filled in was sent or kept. You can still hand an application in, post it, or use another way that the guide of the office names.",
            retryAfter: 3_600)
    }

    /// The answer to what a use case could not do.
    func deskFailure(_ request: Request, _ error: ServiceError) -> Response {
        if case .noKey = error { return deskClosed(request) }
        return fail(request, error)
    }
}
