import Database
import Disclosure
import Ledger
import Service

/// Asks the policy for whoever gave a command, and says why where it refuses.
///
/// Nobody named is the local operator of the machine, who stands in for roles that nobody is granted yet.
struct Permission {
    /// Who acts, and in which role.
    static let options: [ArgumentOption] = [
        .value("--actor", "ID", "办理人；尚未授予角色的可以不写，按本机操作员登记", "who acts; the local operator unless told"),
        .value("--role", "ROLE", "办理人的角色，默认是可以办理该事项的角色", "in which role, the one that may do it unless told"),
    ]

    /// What an error of a command says.
    static func message(of error: any Error) -> String {
        switch error {
        case let error as ServiceError: error.message
        case let error as DatabaseError: error.message
        default: "未能完成。"
        }
    }

    /// The command that asks.
    let command: String

    /// Leave to do something; nil where it is refused, which is said on standard error.
    ///
    /// - Parameter office: whose matter it is; nil for the installation as a whole.
    func ask(
        _ act: String, _ arguments: Arguments, in ledger: Ledger?, on office: AgencyCode? = nil
    ) throws(ServiceError) -> Permit? {
        // An older name of the option, from the time before roles.
        let actor = arguments.value("--actor") ?? arguments.value("--officer")
        let caller = PerformActs.Caller(actor: actor, role: arguments.value("--role"))
        switch try AskPolicy(ledger: ledger).run(act, by: caller, on: office, at: WallClock.now()) {
        case .allowed(let permit): return permit
        case .refused(let findings):
            for finding in findings { StandardStream.complain(command, finding.text) }
            return nil
        }
    }
}
