public import CivilTime

/// Enters an application in the register (登记).
///
/// The legal day of receipt follows from the channel: handed over or signed for, it is the day of arrival; by plain letter,
/// internet or fax it is the day on which both sides confirm it, and the clock does not run before.
/// Example: sent by internet on 2025-06-03, confirmed on 2025-06-05: received on 2025-06-05, due on 2025-07-03.
/// Source: 条例 Art 29, 31, 45.
public struct Register: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.register

    /// The number it gets.
    public var number: RequestNumber
    /// How it came in.
    public var channel: RequestChannel
    /// The day it was handed over, signed for, or came to hand.
    public var arrived: Day
    /// The day both sides confirmed it, when that is known already; left aside on channels that need none.
    public var confirmed: Day?
    /// How it was confirmed; `当面确认` and the like.
    public var confirmation: Statement?
    /// The applicant.
    public var applicant: PersonReference
    /// The applicant's type, which is fixed here.
    public var applicantType: ApplicantType
    /// Who acts for the applicant.
    public var agent: Agent?
    /// The proof of identity; an application without one must be corrected.
    public var identityProof: PaperReference?
    /// What is asked.
    public var matter: Statement
    /// The form in which it is wanted.
    public var supply: SupplyForm?
    /// True when the office filled the form in for someone who could not write.
    public var isOral: Bool
    /// Where it comes from, when it was not handed in as it stands.
    public var origin: RequestOrigin?

    /// A registration.
    public init(
        _ number: RequestNumber, by channel: RequestChannel, arrived: Day, confirmed: Day? = nil,
        confirmation: Statement? = nil, applicant: PersonReference, type: ApplicantType, agent: Agent? = nil,
        identityProof: PaperReference?, matter: Statement, supply: SupplyForm? = nil, isOral: Bool = false,
        origin: RequestOrigin? = nil
    ) {
        self.number = number
        self.channel = channel
        self.arrived = arrived
        self.confirmed = confirmed
        self.confirmation = confirmation
        self.applicant = applicant
        applicantType = type
        self.agent = agent
        self.identityProof = identityProof
        self.matter = matter
        self.supply = supply
        self.isOral = isOral
        self.origin = origin
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a number that is taken or of another year, days in the future, a confirmation before the
    ///   arrival, an agent without authorisation.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        if let obstacle = Self.verb.obstacle(for: request) { throw Refusal(obstacle) }
        var findings = findings(today: today)
        var receipt: Receipt?
        if confirmed != nil || !channel.needsConfirmation {
            do throws(Refusal) {
                receipt = try Receipt(channel, arrived: arrived, confirmed: confirmed)
            } catch {
                findings += error.findings
            }
        }
        findings += receipt?.remarks ?? []
        if let refusal = Refusal(findings) { throw refusal }
        let registration = Registration(
            number: number, channel: channel, arrived: arrived, applicant: applicant, applicantType: applicantType,
            agent: agent, identityProof: identityProof, matter: matter, supply: supply, isOral: isOral, origin: origin)
        var entries = [RequestEntry(.registered(registration), on: arrived)]
        if let day = receipt?.confirmed {
            let manner = confirmation ?? ConfirmReceipt.unsaid
            entries.append(RequestEntry(.receiptConfirmed(ReceiptConfirmation(manner: manner)), on: day))
        }
        let registered = try InformationRequest(folding: entries)
        let period = try registered?.round.period(by: calendar)
        return Ruling(entries: entries, remarks: findings + (period?.remarks ?? []))
    }

    private func findings(today: Day) -> [Finding] {
        var findings: [Finding] = []
        if arrived > today {
            findings.append(ExaminationFinding.future(arrived, today: today, field: "receipt.arrived"))
        }
        if let confirmed, channel.needsConfirmation, confirmed > today {
            findings.append(ExaminationFinding.future(confirmed, today: today, field: "receipt.confirmed"))
        }
        if ![arrived.year, today.year].contains(number.year), origin == nil {
            findings.append(
                Finding(
                    .requestNumberYear, field: "number", "登记号 \(number) 的年份与申请到达日期 \(arrived) 不符。",
                    article: .regulation(45), remedy: "登记号按年编排，请核对登记号或者日期。"))
        }
        if let agent, agent.authorisation == nil {
            findings.append(
                Finding(
                    .requestNoAuthorisation, field: "agent.authorisation", "代理人没有授权委托书。",
                    article: .regulation(29), remedy: "请代理人补交授权委托书后登记，或者以代理人本人为申请人登记。"))
        }
        if isOral && channel != .inPerson {
            findings.append(
                Finding(
                    .requestOralChannel, field: "oral", "口头申请应当由申请人当面提出，登记的渠道不是当面提交。",
                    article: .regulation(29, paragraph: 1), remedy: "请核对申请渠道。"))
        }
        if identityProof == nil {
            findings.append(
                Finding(
                    .requestNoIdentityProof, .warning, field: "identity_proof", "申请没有附身份证明。",
                    article: .regulation(29), remedy: "可以自收到申请之日起7个工作日内一次性告知申请人补正。"))
        }
        return findings
    }
}
