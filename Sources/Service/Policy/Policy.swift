public import Disclosure
internal import Ledger

/// Who may do what: the one function that every page, command, search, feed and export asks.
///
/// Denied is whatever is not allowed by the table of `Power`, within its reach, by someone who did not prepare the matter.
public struct Policy: Sendable {
    private let tree: OfficeHierarchy

    /// What came of asking.
    public enum Verdict: Sendable, Hashable {
        /// It may be done.
        case allowed
        /// It may not, for this reason.
        case refused(Finding)

        /// True when it may be done.
        public var isAllowed: Bool { self == .allowed }
        /// Why not; nil when it may be done.
        public var finding: Finding? {
            if case .refused(let finding) = self { return finding }
            return nil
        }
    }

    /// A policy over the offices as they stand.
    public init(_ tree: OfficeHierarchy) { self.tree = tree }

    /// Whether someone may do something.
    ///
    /// - Parameters:
    ///   - act: the name of the act, as in `PolicyAct.all`.
    ///   - subject: what it is about.
    public func decide(_ actor: Actor, _ act: String, on subject: PolicySubject) -> Verdict {
        guard let act = PolicyAct.named(act) else { return .refused(Self.unknownAct(act)) }
        if let finding = Self.standing(of: actor) { return .refused(finding) }
        guard let first = act.powers.first(where: { $0.isHeld(by: actor.role) }) else {
            return .refused(Self.roleRefused(actor.role, act))
        }
        var refusal: Finding?
        for power in act.powers where power.isHeld(by: actor.role) {
            guard let finding = obstacle(actor, power, act, subject) else { return .allowed }
            refusal = refusal ?? finding
        }
        return .refused(refusal ?? Self.otherOffice(first))
    }

    /// Throws where `decide` refuses.
    public func require(_ actor: Actor, _ act: String, on subject: PolicySubject) throws(Refusal) {
        if case .refused(let finding) = decide(actor, act, on: subject) { throw Refusal(finding) }
    }

    /// Why someone may not be given a role beside those they hold; nil when they may.
    ///
    /// Nobody holds two of the three administrators, whatever the offices.
    public static func obstacle(to role: Role, beside held: Set<Role>) -> Finding? {
        guard role != .visitor else {
            return Finding(
                .policyUnknownRole, field: "role", "“公众”不是可以授予的角色。", remedy: "无需授予，任何人都可以查看已公开的内容。")
        }
        guard role.isAdministrator, let other = held.first(where: { $0.isAdministrator && $0 != role }) else {
            return nil
        }
        return combined([role, other])
    }

    /// Whether someone can act at all.
    static func standing(of actor: Actor) -> Finding? {
        if actor.isLocalOperator && actor.held.isEmpty {
            return Finding(
                .policyNameless, field: "actor", "已经授予过角色，没有写明由谁办理。",
                remedy: "请写明办理人（--actor）和角色（--role \(actor.role.rawValue)，\(actor.role.chineseText)）。")
        }
        guard actor.held.contains(actor.role) || actor.role == .visitor else {
            return Finding(
                .policyRoleNotHeld, field: "role", "没有被授予“\(actor.role.chineseText)”角色，不能以该角色办理。",
                remedy: "请由安全管理员授予角色，或者以已有的角色办理。")
        }
        if actor.held.count > 1 {
            let administrators = actor.held.filter(\.isAdministrator)
            if administrators.count > 1 { return combined(administrators) }
        }
        guard actor.role == .visitor || actor.officer != nil else {
            return Finding(.policyNameless, field: "actor", "没有说明由谁办理。", remedy: "请先登录，或者写明办理人和所在机关。")
        }
        return nil
    }

    private func obstacle(_ actor: Actor, _ power: Power, _ act: PolicyAct, _ subject: PolicySubject) -> Finding? {
        if actor.isLocalOperator && !power.isForOperator {
            return Finding(
                .policyNameless, field: "actor", "本机操作员不能\(power.chineseText)。",
                remedy: "请写明办理人（--actor）和角色（--role）。")
        }
        switch power.reach {
        case .published:
            guard subject.isPublished else {
                return Finding(.policyNotPublished, .error, "该内容没有公开。", remedy: "需要该信息的，可以提出政府信息公开申请。")
            }
        case .installation: break
        case .ownRequest:
            guard let request = subject.request, request == actor.request, let office = subject.office,
                office == actor.office
            else {
                return Finding(
                    .policyOtherRequest, field: "subject", "没有凭登记号和查询码打开这件申请，不能\(power.chineseText)。",
                    remedy: "请填写登记号和查询码后再办理。")
            }
        case .ownOffice:
            guard let office = subject.office, office == actor.office else { return Self.otherOffice(power) }
        case .area:
            guard let office = subject.office, let own = actor.office else { return Self.otherOffice(power) }
            guard tree.isBelow(office, own) || (act.includesOwnOffice && office == own) else {
                return Finding(
                    .policyOutsideArea, field: "agency", "机关“\(office.text)”不是本机关的下级机关，不能\(power.chineseText)。",
                    remedy: "请核对机关代码；隶属关系有误的，请由系统管理员更正。")
            }
        }
        if power.excludesOwnWork, let officer = actor.officer, subject.authors.contains(officer) {
            return Finding(
                .policyOwnWork, field: "actor", "不能\(power.chineseText)自己承办的事项。", article: .regulation(17),
                remedy: "请由承办人以外的人审核批准。")
        }
        return nil
    }

    static func unknownAct(_ name: String) -> Finding {
        Finding(
            .policyUnknownAct, field: "act", "没有名为“\(name.prefix(60))”的办理事项。", remedy: "运行 gongkai acts 可以列出全部办理事项。")
    }

    private static func roleRefused(_ role: Role, _ act: PolicyAct) -> Finding {
        let names = act.powers.map(\.chineseText).joined(separator: "、")
        let holders = Role.allCases.filter { role in act.powers.contains { $0.isHeld(by: role) } }
        return Finding(
            .policyRoleRefused, field: "role", "角色“\(role.chineseText)”不能\(names)（\(act.name)）。",
            remedy: "应由\(holders.map(\.chineseText).joined(separator: "或者"))办理。")
    }

    private static func otherOffice(_ power: Power) -> Finding {
        Finding(
            .policyOtherOffice, field: "agency", "这是其他机关的事项，不能\(power.chineseText)。",
            remedy: "只能办理本机关的事项，请核对机关代码。")
    }

    private static func combined(_ roles: some Sequence<Role>) -> Finding {
        let names = Role.allCases.filter(Set(roles).contains).map(\.chineseText).joined(separator: "、")
        return Finding(
            .policyCombinedAdministrators, field: "role", "系统管理员、安全管理员、审计管理员应当由不同的人担任，不能同时担任\(names)。",
            remedy: "请先收回其中一个角色，另由他人担任。")
    }
}

extension Finding.Code {
    /// There is no such act.
    public static let policyUnknownAct = Self("policy.unknown_act")
    /// There is no such role.
    public static let policyUnknownRole = Self("policy.unknown_role")
    /// The role was not granted.
    public static let policyRoleNotHeld = Self("policy.role_not_held")
    /// Nobody is named.
    public static let policyNameless = Self("policy.nameless")
    /// The role does not hold the power.
    public static let policyRoleRefused = Self("policy.role_refused")
    /// Another office's matter.
    public static let policyOtherOffice = Self("policy.other_office")
    /// Not below the own office.
    public static let policyOutsideArea = Self("policy.outside_area")
    /// Not published.
    public static let policyNotPublished = Self("policy.not_published")
    /// Not the application whose query code was given.
    public static let policyOtherRequest = Self("policy.other_request")
    /// Prepared by the same person.
    public static let policyOwnWork = Self("policy.own_work")
    /// Two of the three administrators in one person.
    public static let policyCombinedAdministrators = Self("policy.combined_administrators")
}
