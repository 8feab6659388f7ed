internal import Database
internal import DatabasePostgres
internal import Foundation
internal import Glibc
internal import Synchronization
public import Testing

/// A PostgreSQL server of the tests' own, in a temporary folder and on a socket in it; it listens on no network.
///
/// A shell between the tests and the server ends it and removes the folder when the test process is gone, whichever way
/// it went: it waits for the end of a pipe that only the test process holds open. Where that shell was ended too, the next
/// run removes what is left (`StaleClusters`).
public final class PostgresCluster: Sendable {
    /// The server that the tests of a run share; nil where the machine has none, or `--quick` was asked for.
    public static let shared: PostgresCluster? = {
        guard isThere else { return nil }
        StaleClusters.remove()
        do {
            return try PostgresCluster()
        } catch {
            Issue.record("the test server could not be started: \(error)")
            return nil
        }
    }()

    /// Whether a server can be started here.
    public static let isThere = programs != nil && account != nil && !TestEnvironment.isQuick

    /// Why tests over a server were left out.
    public static let isAbsent: Comment =
        "Left out: PostgreSQL is not installed (scripts/install.sh test), or ./test --quick was asked for."

    /// The folder of the server's socket and data.
    public let folder: String
    /// The port in the name of the socket.
    public let port = 5432
    private let state: Mutex<State>

    private struct State {
        var supervisor: Process?
        var pipe: Pipe?
        var schemas = 0
    }

    /// Why a server did not start.
    public struct Failure: Error, CustomStringConvertible {
        /// What its programs printed.
        public let description: String
    }

    /// Makes a data folder and starts a server in it.
    ///
    /// - Parameter source: a server to copy from and to follow; nil makes an empty database.
    public init(following source: PostgresCluster? = nil) throws {
        guard let programs = Self.programs, let account = Self.account else {
            throw Failure(description: "no programs")
        }
        // The path of a socket may have 107 bytes: a short one, whatever the temporary folder is.
        var template = Array("/tmp/gongkai-pg-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure(description: "mkdtemp: \(errno)") }
        folder = String(cString: made)
        state = Mutex(State())
        try StaleClusters.claim(folder)
        chmod(folder, 0o755)
        let data = folder + "/data"
        mkdir(data, 0o700)
        if let owner = account.owner { chown(data, owner.user, owner.group); chown(folder, owner.user, owner.group) }
        var make = [
            programs + "/initdb", "-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync",
        ]
        if let source {
            make = [
                programs + "/pg_basebackup", "-D", data, "-h", source.folder, "-U", "owner", "-R", "-c", "fast",
                "--no-sync",
            ]
        }
        try Self.run(account.prefix + make)
        let settings = """

            listen_addresses = ''
            unix_socket_directories = '\(folder)'
            max_connections = 90
            fsync = on
            synchronous_commit = on
            shared_buffers = '32MB'
            max_wal_senders = 4
            wal_level = replica
            hot_standby = on
            log_min_messages = fatal
            deadlock_timeout = '20ms'
            timezone = 'UTC'

            """
        let file = try FileHandle(forWritingTo: URL(filePath: data + "/postgresql.conf"))
        try file.seekToEnd()
        try file.write(contentsOf: Data(settings.utf8))
        try file.close()
        // One user needs a password, the others none.
        try Data("local all guarded scram-sha-256\nlocal all all trust\nlocal replication all trust\n".utf8)
            .write(to: URL(filePath: data + "/pg_hba.conf"))
        try start()
        if source == nil {
            try shell(
                "CREATE ROLE office LOGIN; GRANT CREATE ON DATABASE postgres TO office; "
                    + "CREATE ROLE guarded LOGIN PASSWORD 'right-word-1'; CREATE ROLE lonely LOGIN CONNECTION LIMIT 1")
        }
    }

    deinit { stop() }

    /// The address of the server for an ordinary user.
    ///
    /// - Parameter schema: where its tables are.
    public func address(schema: String = "public", user: String = "office", database: String = "postgres") -> String {
        "host=\(folder) port=\(port) dbname=\(database) user=\(user) options='-csearch_path=\(schema)'"
    }

    /// An empty schema of its own for one test; gives its name.
    public func freshSchema() throws -> String {
        let number = state.withLock { state in
            state.schemas += 1
            return state.schemas
        }
        try shell("CREATE SCHEMA t\(number) AUTHORIZATION office")
        return "t\(number)"
    }

    /// Starts the server, and returns when it answers.
    public func start() throws {
        guard let programs = Self.programs, let account = Self.account else { return }
        let supervisor = Process()
        let pipe = Pipe()
        // Another process that is started in the meantime must not keep the pipe open.
        _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        // Bash, as its `wait` asks the system: a shell that waits for a signal would wait for ever, since a process that a
        // test starts may have that signal blocked.
        let command =
            account.prefix + [
                "/bin/bash", "-c",
                "\"$1/postgres\" -D \"$2/data\" >>\"$2/log\" 2>&1 </dev/null & server=$!; "
                    + "read -r word; if [ \"$word\" = kill ]; then kill -QUIT $server; else kill -INT $server; fi; "
                    + "wait $server; [ -n \"$word\" ] || rm -rf \"$2\"",
                "bash", programs, folder,
            ]
        supervisor.executableURL = URL(filePath: command[0])
        supervisor.arguments = Array(command.dropFirst())
        supervisor.standardInput = pipe
        supervisor.standardOutput = FileHandle.nullDevice
        supervisor.standardError = FileHandle.nullDevice
        supervisor.currentDirectoryURL = URL(filePath: "/")
        try supervisor.run()
        state.withLock {
            $0.supervisor = supervisor
            $0.pipe = pipe
        }
        let settings = PostgresSettings(address: "host=\(folder) port=\(port) dbname=postgres user=owner")
        let end = Date.now.addingTimeInterval(60)
        while true {
            do throws(DatabaseError) {
                try PostgresDatabase(settings).close()
                return
            } catch {
                guard error.kind == .unreachable || error.kind == .notWritable, Date.now < end, supervisor.isRunning
                else { throw Failure(description: error.description + self.log) }
                // A copy answers, but takes no writes.
                if error.kind == .notWritable { return }
                _ = poll(nil, 0, 20)
            }
        }
    }

    /// What the server wrote to its log.
    public var log: String { (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "" }

    /// Ends the server, as an administrator does (`word` is `stop`) or all at once (`kill`); its data stay.
    public func halt(_ word: String = "stop") { end(word) }

    private func stop() { end("") }

    private func end(_ word: String) {
        let (supervisor, pipe) = state.withLock { state in
            defer { (state.supervisor, state.pipe) = (nil, nil) }
            return (state.supervisor, state.pipe)
        }
        guard let supervisor, let pipe else { return }
        try? pipe.fileHandleForWriting.write(contentsOf: Data((word + "\n").utf8))
        try? pipe.fileHandleForWriting.close()
        supervisor.waitUntilExit()
    }

    /// Runs statements as the owner of the server, by its own shell; gives what it prints.
    @discardableResult
    public func shell(_ statements: String) throws -> String {
        try program(
            "psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", "postgres", "-c", statements])
    }

    /// Runs one of the server's own programs on it, as the owner; gives what it prints.
    @discardableResult
    public func program(_ name: String, _ arguments: [String]) throws -> String {
        guard let programs = Self.programs else { return "" }
        return try Self.run([programs + "/" + name, "-h", folder, "-p", "\(port)", "-U", "owner"] + arguments)
    }

    // MARK: The machine

    /// The folder of the server's programs: the newest of the distribution's, or that of `pg_config`.
    private static let programs: String? = {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        var folders = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "/usr/lib/postgresql/\($0)/bin" }
        if let tool = TestEnvironment.tool("pg_config"), let folder = try? run([tool.path, "--bindir"]) {
            folders.append(folder.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        let needed = ["initdb", "postgres", "psql", "pg_basebackup", "pg_dump", "pg_restore"]
        return folders.first { folder in
            needed.allSatisfy { FileManager.default.isExecutableFile(atPath: folder + "/" + $0) }
        }
    }()

    private struct Account {
        let prefix: [String]
        let owner: (user: uid_t, group: gid_t)?
    }

    /// The server refuses to run as root: then it runs as the user of its package, or as nobody.
    private static let account: Account? = {
        guard geteuid() == 0 else { return Account(prefix: [], owner: nil) }
        guard let tool = TestEnvironment.tool("setpriv"), let user = getpwnam("postgres") ?? getpwnam("nobody") else {
            return nil
        }
        let (number, group) = (user.pointee.pw_uid, user.pointee.pw_gid)
        return Account(
            prefix: [tool.path, "--reuid=\(number)", "--regid=\(group)", "--clear-groups", "--"],
            owner: (number, group))
    }()

    @discardableResult
    private static func run(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: text) }
        return text
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs only where a PostgreSQL server can be started, and says so where not.
    public static var overPostgres: Self { .enabled(if: PostgresCluster.isThere, PostgresCluster.isAbsent) }
}
