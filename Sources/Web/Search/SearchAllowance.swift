internal import HTTPCore

/// How often one address may search in a minute: pages and the interface for programs share one bucket; what is offered
/// while typing has one of its own, four times as large, as each word of some letters asks several times.
///
/// IPv6 counts by /64, which one subscriber has.
final class SearchAllowance: Sendable {
    private let searches: Allowance
    private let suggestions: Allowance
    /// Searches of one address in a minute.
    let perMinute: Int

    /// - Parameter perMinute: searches of one address in a minute, at least 1.
    init(perMinute: Int) {
        self.perMinute = max(1, perMinute)
        searches = Allowance(self.perMinute, per: .seconds(60))
        suggestions = Allowance(self.perMinute * 4, per: .seconds(60))
    }

    /// Counts a search; nil where it may be made, else in how many whole seconds the next may, at least 1.
    func wait(_ address: String, at now: Duration) -> Int? { Self.seconds(searches, address, now) }

    /// The same for titles that are offered while typing.
    func suggestionWait(_ address: String, at now: Duration) -> Int? { Self.seconds(suggestions, address, now) }

    /// What is said to an address that asks too much; a page says beside it when to come back.
    var limit: Sentence {
        Sentence("同一地址一分钟内最多检索\(perMinute)次。", "At most \(perMinute) searches a minute are made from one address.")
    }

    /// The same for a program, with the time.
    func message(_ seconds: Int) -> Sentence {
        Sentence(
            "同一地址一分钟内最多检索\(perMinute)次，请过\(seconds)秒再试。",
            "At most \(perMinute) searches a minute are made from one address. Try again in \(seconds) seconds.")
    }

    private static func seconds(_ allowance: Allowance, _ address: String, _ now: Duration) -> Int? {
        allowance.take(ClientNetwork.name(of: address), at: now).map { max(1, Int($0.components.seconds) + 1) }
    }
}
