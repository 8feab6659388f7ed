internal import Disclosure

/// Something that can be done, by the name under which the policy, the command line and the records know it.
///
/// What does not stand in `all` cannot be done by anyone.
public struct PolicyAct: Sendable, Hashable {
    /// The name: `request.register`.
    public let name: String
    /// The powers of which one is needed; never empty.
    public let powers: [Power]
    /// True when oversight may do it with the own office too: a government rolls its own report up.
    public let includesOwnOffice: Bool

    init(_ name: String, _ powers: Power..., includesOwnOffice: Bool = false) {
        self.name = name
        self.powers = powers
        self.includesOwnOffice = includesOwnOffice
    }

    /// An act by its name; nil when there is none.
    public static func named(_ name: String) -> PolicyAct? { index[name] }

    private static let index = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    /// A refusal or a partial disclosure: the leader's agreement is the decision.
    public static let decideWithApproval = "request.decide_with_approval"

    /// Every act.
    public static let all: [PolicyAct] =
        requests + items + appeals + affairs + supervision + reports + administration + looks

    private static let requests: [PolicyAct] = [
        PolicyAct("request.register", .handle),
        PolicyAct("request.apply", .apply),
        PolicyAct("request.follow", .pursue),
        PolicyAct("request.receive_message", .handle, .pursue),
        PolicyAct("request.send_message", .handle),
        PolicyAct("request.read_messages", .pursue),
        PolicyAct("request.rate", .pursue),
        PolicyAct("request.confirm_receipt", .handle),
        PolicyAct("request.ask_correction", .handle),
        PolicyAct("request.receive_correction", .handle, .pursue),
        PolicyAct("request.deem_abandoned", .handle),
        PolicyAct("request.consult_third_party", .handle),
        PolicyAct("request.consult_co_maker", .handle),
        PolicyAct("request.ask_other_organ", .handle),
        PolicyAct("request.record_delivery", .handle),
        PolicyAct("request.receive_opinion", .handle),
        PolicyAct("request.ask_reasons", .handle),
        PolicyAct("request.receive_reasons", .handle),
        PolicyAct("request.agree_delay", .handle),
        PolicyAct("request.extend", .approveGrave),
        PolicyAct("request.issue_fee_notice", .handle),
        PolicyAct("request.record_payment", .handle),
        PolicyAct("request.split", .handle),
        PolicyAct("request.merge", .handle),
        PolicyAct("request.transfer", .handle),
        PolicyAct("request.withdraw", .handle, .pursue),
        PolicyAct("request.decide", .handle),
        PolicyAct(decideWithApproval, .approveGrave),
        PolicyAct("request.serve", .handle, .pursue),
        PolicyAct("request.close", .handle),
        PolicyAct("request.file", .handle),
        PolicyAct("request.reopen_after_appeal", .handle),
        PolicyAct("request.rectify_record", .handle),
        PolicyAct("request.promote_to_proactive", .handle),
        PolicyAct("request.void", .handle),
    ]

    private static let items: [PolicyAct] = [
        PolicyAct("item.draft", .handle),
        PolicyAct("item.amend", .handle),
        PolicyAct("item.submit", .handle),
        PolicyAct("item.approve", .approve),
        PolicyAct("item.return", .approve),
        PolicyAct("item.publish", .handle),
        PolicyAct("item.withdraw", .handle),
        PolicyAct("item.change_validity", .handle),
        PolicyAct("item.reassess", .handle),
        PolicyAct("paper.keep", .handle),
        PolicyAct("handover.prepare", .handle),
        PolicyAct("handover.receive", .handle),
        PolicyAct("item.void", .handle),
        PolicyAct("handover.void", .handle),
    ]

    private static let appeals: [PolicyAct] = [
        PolicyAct("appeal.register", .handle),
        PolicyAct("appeal.reply", .handle),
        PolicyAct("appeal.extend_review", .handle),
        PolicyAct("appeal.conclude", .handle),
        PolicyAct("appeal.open_second_instance", .handle),
        PolicyAct("appeal.void", .handle),
    ]

    private static let affairs: [PolicyAct] = [
        PolicyAct("supervision.answer", .handle),
        PolicyAct("supervision.strike", .handle),
        PolicyAct("group.form", .handle),
        PolicyAct("group.change", .handle),
        PolicyAct("group.rename", .handle),
        PolicyAct("group.dissolve", .handle),
        PolicyAct("figure.enter", .handle, .editReport),
        PolicyAct("figure.declare_nothing", .handle, .editReport),
        PolicyAct("figure.correct", .handle, .editReport),
        PolicyAct("figure.withdraw", .handle, .editReport),
        PolicyAct("normative.issue", .handle),
        PolicyAct("normative.disclose", .handle),
        PolicyAct("normative.set_term", .handle),
        PolicyAct("normative.repeal", .handle),
        PolicyAct("normative.correct", .handle),
        PolicyAct("normative.strike", .handle),
        PolicyAct("guide.revise", .handle),
        PolicyAct("matter.list", .handle),
        PolicyAct("matter.remove", .handle),
        PolicyAct("category.confirm_empty", .handle),
        PolicyAct("category.end_confirmation", .handle),
        PolicyAct("adjustment.make", .editReport, .approveReport),
        PolicyAct("adjustment.withdraw", .editReport, .approveReport),
    ]

    /// One act a kind of supervision, to record and to correct.
    private static let supervision: [PolicyAct] = SupervisionKind.allCases.flatMap { kind in
        [
            PolicyAct("supervision.record_\(kind.rawValue)", .handle),
            PolicyAct("supervision.correct_\(kind.rawValue)", .handle),
        ]
    }

    private static let reports: [PolicyAct] = [
        PolicyAct("report.compile", .editReport, .approveReport),
        PolicyAct("report.edit", .editReport),
        PolicyAct("report.submit", .editReport),
        PolicyAct("report.approve", .approveReport),
        PolicyAct("report.return", .oversee),
        PolicyAct("report.accept", .oversee),
        PolicyAct("report.roll_up", .oversee, includesOwnOffice: true),
    ]

    private static let administration: [PolicyAct] = [
        PolicyAct("office.found", .administerSystem),
        PolicyAct("office.rename", .administerSystem),
        PolicyAct("office.move", .administerSystem),
        PolicyAct("office.merge", .administerSystem),
        PolicyAct("office.abolish", .administerSystem),
        PolicyAct("office.correct", .administerSystem),
        PolicyAct("office.set_letter_rule", .administerSystem),
        PolicyAct("office.open_department", .administerSystem),
        PolicyAct("office.rename_department", .administerSystem),
        PolicyAct("office.close_department", .administerSystem),
        PolicyAct("office.join_officer", .administerAccounts),
        PolicyAct("office.place_officer", .administerAccounts),
        PolicyAct("office.release_officer", .administerAccounts),
        PolicyAct("office.grant_role", .administerAccounts),
        PolicyAct("office.revoke_role", .administerAccounts),
        PolicyAct("office.see_roles", .audit, .administerAccounts),
        PolicyAct("setting.change", .administerSystem),
        PolicyAct("calendar.change", .administerSystem),
        PolicyAct("calendar.recompute", .administerSystem),
        PolicyAct("demonstration.load", .administerSystem),
        PolicyAct("ledger.back_up", .administerSystem),
        PolicyAct("ledger.restore", .administerSystem),
        PolicyAct("ledger.rebuild", .administerSystem),
        PolicyAct("ledger.export", .administerSystem),
        PolicyAct("key.see", .administerSystem),
        PolicyAct("key.rotate", .administerSystem),
        PolicyAct("person.expire", .administerSystem),
        PolicyAct("mail.see", .administerSystem),
        PolicyAct("mail.send", .administerSystem),
        PolicyAct("account.change", .administerAccounts),
        PolicyAct("audit.read", .audit),
        PolicyAct("ledger.verify", .audit),
    ]

    private static let looks: [PolicyAct] = [
        PolicyAct("paper.see", .handle, .approve, .approveGrave, .editReport),
        PolicyAct("case.see", .handle, .approve, .approveGrave, .editReport),
        PolicyAct("register.import", .handle),
        PolicyAct("register.undo", .handle),
        PolicyAct("register.export", .handle, .editReport),
        PolicyAct("person.record", .handle),
        PolicyAct("person.erase", .handle),
        PolicyAct("person.see", .seeIdentity),
        PolicyAct("published.see", .readPublished),
    ]
}
