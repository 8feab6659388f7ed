/// Who may ask a route. Every route carries one; there is no default.
///
/// This module only carries the rule; `Router` asks the `authorize` it was made with, and without one answers nobody
/// but the public routes.
public enum Access: Sendable, Hashable {
    /// Everyone.
    case `public`
    /// Clients on the same machine, such as a monitor.
    case loopback
    /// Everyone signed in.
    case signedIn
    /// Those who hold a permission of this name.
    case permission(String)
}
