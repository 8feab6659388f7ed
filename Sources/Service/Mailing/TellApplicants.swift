internal import Database
public import Disclosure
public import Ledger
public import MailSending
internal import Vault

/// Tells applicants by e-mail that something happened in their cases, where they gave an address.
///
/// What is to be told follows from the entries, so that it makes no difference by whom and in which program an act was
/// recorded. A notice is sent at least once: where a program ends between sending and noting it down it is sent again, with the
/// same name of message. It is a reminder and no act of the office: it is not recorded in the ledger, and serves nothing.
public struct TellApplicants: Sendable {
    let setting: ApplicantSetting
    let mail: MailSetting
    let carrier: any MailCarrier

    /// What one round came to.
    public struct Round: Sendable, Hashable {
        /// How many the mail server took.
        public var sent = 0
        /// How many are tried again later.
        public var putOff = 0
        /// How many were refused, or tried often enough.
        public var failed = 0
        /// How many needed no message.
        public var needless = 0

        /// A round in which nothing was done.
        public init() {}
    }

    /// The use case.
    public init(_ setting: ApplicantSetting, mail: MailSetting, carrier: any MailCarrier) {
        self.setting = setting
        self.mail = mail
        self.carrier = carrier
    }

    /// Notes down what is new, and sends what is due; ends early when `isStopped` says so.
    ///
    /// - Parameters:
    ///   - clock: tells the time.
    ///   - isStopped: asked before each message.
    public func run(clock: () -> Moment, isStopped: () -> Bool = { false }) throws(ServiceError) -> Round {
        let store = setting.ledger.mail
        let begin = clock()
        let due = try inDatabase { () throws(DatabaseError) in
            while try store.gather(NoticeWords.kinds, at: begin), !isStopped() {}
            return try store.due(at: begin, limit: min(max(mail.round, 1), 1_000))
        }
        var round = Round()
        for notice in due where !isStopped() {
            let now = clock()
            let next = Moment(milliseconds: now.milliseconds + MailSetting.pause(after: notice.tries))
            let isOurs = try inDatabase { () throws(DatabaseError) in
                try store.claim(notice, until: next, at: now)
            }
            if isOurs { try send(notice, at: now, &round) }
        }
        return round
    }

    /// Forgets what became of messages long ago.
    public func forget(at now: Moment) throws(ServiceError) {
        let before = Moment(milliseconds: now.milliseconds - Int64(mail.keepDays) * 86_400_000)
        try inDatabase { () throws(DatabaseError) in try setting.ledger.mail.forget(endedBefore: before) }
    }

    /// A message that only shows whether messages arrive.
    public func sendTrial(to recipient: EmailAddress, at now: Moment) -> MailOutcome {
        carry(
            MailLetter(
                from: mail.sender, named: mail.senderName, to: recipient, subject: "政府信息公开平台测试邮件",
                text: "这是一封测试邮件。收到本邮件，说明邮件设置正确。\n\nThis is a test: mail of the platform arrives here.\n",
                identity: "trial-\(now.milliseconds)", at: now))
    }

    private func send(_ notice: MailNotice, at now: Moment, _ round: inout Round) throws(ServiceError) {
        let store = setting.ledger.mail
        guard let letter = try letter(for: notice, at: now) else {
            round.needless += 1
            return try inDatabase { () throws(DatabaseError) in try store.end(notice, as: .needless, at: now) }
        }
        let (end, code): (MailNotice.End?, Int)
        switch carry(letter) {
        case .taken: (end, code) = (.sent, 0)
        case .refused(let answer): (end, code) = (.failed, answer)
        case .later(let answer): (end, code) = (notice.tries + 1 >= mail.tries ? .failed : nil, answer)
        }
        switch end {
        case .sent: round.sent += 1
        case .failed: round.failed += 1
        case .needless, nil: round.putOff += 1
        }
        try inDatabase { () throws(DatabaseError) in
            guard let end else { return try store.note(notice, code: code) }
            try store.end(notice, as: end, code: end == .sent ? nil : code, at: now)
        }
    }

    private func carry(_ letter: MailLetter) -> MailOutcome {
        carrier.carry(letter.bytes, from: letter.sender.text, to: letter.recipient.text)
    }

    /// The message; nil where there is nothing to tell, no address, or none that mail can be sent to.
    private func letter(for notice: MailNotice, at now: Moment) throws(ServiceError) -> MailLetter? {
        let key = CaseKey(office: notice.office, request: notice.request)
        guard let view = try FollowRequest(setting).see(key, at: now),
            let address = view.person?[.email].flatMap({ EmailAddress($0.reveal()) })
        else { return nil }
        let hasCode = try inDatabase { () throws(DatabaseError) in
            try setting.ledger.sealedPapers.codeHash(of: key.request, office: key.office) != nil
        }
        guard
            let words = NoticeWords(
                of: notice.number, in: view, followedAt: hasCode ? "\(mail.origin)/requests/track" : nil)
        else { return nil }
        return MailLetter(
            from: mail.sender, named: mail.senderName, to: address, subject: words.subject, text: words.text,
            identity: "\(key)-\(notice.number)", at: now)
    }
}
