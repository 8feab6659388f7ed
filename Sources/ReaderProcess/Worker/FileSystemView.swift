internal import CSeccomp
internal import Glibc

/// What a reading process may see of the file system: the system's own shared data, never anybody's files.
///
/// The filter of system calls cannot look at paths, Landlock can: a document that takes the process over cannot read
/// the ledger or the sources of other offices into its answer. Landlock stands in Linux from 5.13 on where it is
/// switched on; elsewhere the process goes on without it, for it then still cannot write, send or start anything.
enum FileSystemView {
    /// Folders whose files may be read: fonts, character maps, converters of character sets.
    private static let folders = ["/usr", "/lib", "/lib64", "/etc/fonts", "/var/cache/fontconfig"]
    /// Single files that may be read.
    private static let files = ["/etc/ld.so.cache", "/etc/localtime", "/dev/null", "/dev/urandom"]

    private static let readFile: UInt64 = 1 << 2
    private static let readFolder: UInt64 = 1 << 3
    /// Every kind of access of the first version of Landlock.
    private static let everything: UInt64 = (1 << 13) - 1

    /// Takes the rest of the file system away; false where the kernel cannot.
    static func restrict() -> Bool {
        let ruleset = confine_landlock_create(everything)
        guard ruleset >= 0 else { return false }
        defer { close(ruleset) }
        for folder in folders { allow(ruleset, folder, readFile | readFolder) }
        for file in files { allow(ruleset, file, readFile) }
        return confine_landlock_restrict(ruleset) == 0
    }

    private static func allow(_ ruleset: Int32, _ path: String, _ access: UInt64) {
        // O_PATH, which is not among the names Swift sees.
        let descriptor = open(path, 0o10_000_000 | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        // A path that cannot be allowed stays forbidden: the document then fails, the system stays safe.
        _ = confine_landlock_allow(ruleset, descriptor, access)
        close(descriptor)
    }
}
