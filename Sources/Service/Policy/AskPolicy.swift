internal import Database
public import Disclosure
public import Ledger

/// Asks the policy for whoever stands behind a command: a person who names themselves, or the local operator of the machine.
///
/// Every command that reads or changes what is not public asks here before it begins; acts ask by `ActDesk`.
public struct AskPolicy: Sendable {
    let ledger: Ledger?

    /// What the policy says.
    public enum Answer: Sendable, Hashable {
        /// It may be done.
        case allowed(Permit)
        /// It may not, for these reasons.
        case refused([Finding])
    }

    /// The question over a ledger; nil for an installation that is not there yet, where nobody holds anything.
    public init(ledger: Ledger?) { self.ledger = ledger }

    /// Whether someone may do something.
    ///
    /// - Parameters:
    ///   - act: the name of the act, as in `PolicyAct.all`.
    ///   - caller: who; nobody named means the local operator. A role that is not said is the first that may do it.
    ///   - office: whose matter it is; nil for the installation as a whole.
    public func run(
        _ act: String, by caller: PerformActs.Caller, on office: AgencyCode? = nil, at now: Moment
    ) throws(ServiceError) -> Answer {
        let (offices, grants) = try inDatabase { () throws(DatabaseError) in
            guard let ledger else { return ([Office](), Grants()) }
            return (try ledger.offices.list(), try Grants(ledger, on: now.beijingDay))
        }
        guard let known = PolicyAct.named(act) else { return .refused([Policy.unknownAct(act)]) }
        do throws(Refusal) {
            let actor =
                caller.actor == nil && caller.role == nil
                ? Self.localOperator(for: known, on: office, grants)
                : try Self.person(caller, for: known, on: office, OfficeNames(offices), grants)
            try Policy(OfficeHierarchy(offices)).require(actor, act, on: PolicySubject(of: office))
            return .allowed(Permit(act, to: actor, of: office))
        } catch {
            return .refused(error.findings)
        }
    }

    private static func localOperator(for act: PolicyAct, on office: AgencyCode?, _ grants: Grants) -> Actor {
        let role = act.operatorRole ?? act.firstRole
        let isFree = act.isOfInstallation ? !grants.isHeld(role) : !(office.map(grants.areAsked) ?? false)
        return Actor(operatorAs: role, of: office, standingIn: isFree)
    }

    private static func person(
        _ caller: PerformActs.Caller, for act: PolicyAct, on office: AgencyCode?, _ names: OfficeNames,
        _ grants: Grants
    ) throws(Refusal) -> Actor {
        guard let name = caller.actor else {
            throw Refusal(.namelessRole)
        }
        let officer: OfficerReference = try Reference(parsing: name, field: "actor")
        let role = try caller.role.map { text throws(Refusal) in try Role(parsing: text) } ?? act.firstRole
        var own = office
        if let agency = caller.agency {
            guard let found = names.office(named: agency)?.code ?? AgencyCode(agency) else {
                throw Refusal(
                    Finding(
                        .ledgerUnknownOffice, field: "agency", "没有名为“\(agency.prefix(40))”的机关。",
                        remedy: "请核对机关的代码或者全称。"))
            }
            own = found
        }
        let held: Set<Role>
        if act.isOfInstallation {
            own = own ?? grants.office(of: officer, as: role)
            held = grants.isHeld(role) ? grants.roles(of: officer) : [role]
        } else {
            held = own.map(grants.areAsked) ?? false ? own.map { grants.roles(of: officer, in: $0) } ?? [] : [role]
        }
        return Actor(officer, as: role, ofWhichever: own, holding: held)
    }
}

extension Finding {
    /// A role was said, and nobody who has it.
    static let namelessRole = Finding(
        .policyNameless, field: "actor", "写明了角色，没有写明由谁办理。", remedy: "请写明办理人（actor）。")
}

extension PolicyAct {
    /// True for what concerns the installation as a whole, and no single office.
    var isOfInstallation: Bool { powers.allSatisfy { $0.reach == .installation } }
    /// The first role that may do it, in the order of the table.
    var firstRole: Role {
        Role.allCases.first { role in powers.contains { $0.isHeld(by: role) } } ?? .visitor
    }
    /// The role in which the local operator does it; nil where only a named person can.
    var operatorRole: Role? {
        Role.allCases.first { role in powers.contains { $0.isForOperator && $0.isHeld(by: role) } }
    }
}
