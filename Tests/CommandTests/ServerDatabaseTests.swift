import Foundation
import TestSupport
import Testing

@Suite("gongkai over a database on a server", .overPostgres)
struct ServerDatabaseTests {
    private static let word = "right-word-1"

    @Test("it is brought up to date, filled and served, and its password is nowhere to be seen")
    func serving() throws {
        let cluster = try #require(PostgresCluster.shared)
        // A user who has to give a password, in a schema of its own.
        let schema = try cluster.freshSchema()
        try cluster.shell("GRANT ALL ON SCHEMA \(schema) TO guarded")
        let address = cluster.address(schema: schema, user: "guarded") + " password=\(Self.word)"
        let migrated = try CommandRunner().run(["migrate"], environment: ["GONGKAI_DATABASE": address])
        #expect(migrated.status == 0 && migrated.output.contains("数据库结构已是最新"), "\(migrated.error)")
        #expect(migrated.error.isEmpty)
        // The option works too, with a warning.
        let demo = try CommandRunner().run(["demo", "--database", address])
        #expect(demo.status == 0 && demo.output.contains("测试市示例局 2021：已载入"), "\(demo.error)")
        #expect(demo.error.contains("命令行中的数据库密码") && !demo.error.contains(Self.word))
        let server = try RunningProgram.gongkai(
            ["serve", "--listen", "127.0.0.1:0"],
            environment: ["GONGKAI_DATABASE": address, "GONGKAI_DEMO": "0"])
        defer { server.end() }
        let port = try server.waitUntilReady().port
        #expect(try HTTPExchange.get("/healthz", port: port).hasSuffix("ok\n"))
        #expect(try HTTPExchange.get("/", port: port).contains("测试市示例局"))
        let arguments = try Data(contentsOf: URL(filePath: "/proc/\(server.processIdentifier)/cmdline"))
        #expect(!String(decoding: arguments, as: UTF8.self).contains(Self.word))
        #expect(server.terminate() == 0)
        #expect(!(server.errors + demo.output + migrated.output).contains(Self.word))
    }

    @Test(
        "an obstacle is told with what to do, and without the password",
        arguments: [
            ("dbname=postgres user=guarded password=wrong-word-9", "不接受登录"),
            ("dbname=nowhere user=office password=wrong-word-9", "没有数据库"),
            ("dbname=postgres user=office password=wrong-word-9 options='-csearch_path=missing'", "没有数据库"),
        ])
    func obstacles(words: String, sentence: String) throws {
        let cluster = try #require(PostgresCluster.shared)
        let address = "host=\(cluster.folder) port=\(cluster.port) \(words)"
        for arguments in [["migrate"], ["serve", "--listen", "127.0.0.1:0"]] {
            let outcome = try CommandRunner().run(arguments, environment: ["GONGKAI_DATABASE": address])
            #expect(outcome.status == 2)
            #expect(outcome.error.contains(sentence), "\(outcome.error)")
            #expect(!outcome.error.contains("wrong-word-9"))
            #expect(outcome.output.isEmpty)
        }
    }

    @Test("a dump restored into an empty database is verified, and what was changed in it is found")
    func restored() throws {
        let cluster = try #require(PostgresCluster.shared)
        let schema = try cluster.freshSchema()
        let source = ["GONGKAI_DATABASE": cluster.address(schema: schema)]
        #expect(try CommandRunner().run(["demo"], environment: source).status == 0)
        let anchored = try CommandRunner().run(["verify", "--anchor"], environment: source)
        #expect(anchored.status == 0, "\(anchored.error)")
        let folder = TemporaryFolder()
        let file = folder.file("gongkai.dump")
        try cluster.program("pg_dump", ["--format=custom", "--schema=\(schema)", "--file=\(file)", "postgres"])
        let name = "verified_\(schema)"
        try cluster.shell("CREATE DATABASE \(name) OWNER office TEMPLATE template0")
        try cluster.program("pg_restore", ["--exit-on-error", "--dbname=\(name)", file])
        let copy = ["GONGKAI_DATABASE": cluster.address(schema: schema, database: name)]
        let sound = try CommandRunner().run(["verify", "--projections"], environment: copy)
        #expect(sound.status == 0, "\(sound.output)\(sound.error)")
        try cluster.program(
            "psql",
            [
                "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", name, "-c",
                "ALTER TABLE \(schema).daily_head DISABLE TRIGGER ALL; UPDATE \(schema).daily_head SET last_serial = 7",
            ])
        #expect(try CommandRunner().run(["verify"], environment: copy).status == 1)
        #expect(try CommandRunner().run(["verify"], environment: source).status == 0)
    }

    @Test("while the server is away the pages say so with 503 within the bound, and come back with it")
    func away() throws {
        let cluster = try PostgresCluster()
        let server = try RunningProgram.gongkai(
            ["serve", "--listen", "127.0.0.1:0"],
            environment: [
                "GONGKAI_DATABASE": cluster.address(schema: try cluster.freshSchema()), "GONGKAI_DEMO": "0",
                "GONGKAI_DATABASE_RECONNECT_SECONDS": "0", "GONGKAI_PAGE_CACHE_MB": "0",
            ])
        defer { server.end() }
        let port = try server.waitUntilReady().port
        #expect(try HTTPExchange.get("/", port: port).hasPrefix("HTTP/1.1 200 "))
        cluster.halt("kill")
        for _ in 0..<2 {
            let answer = try HTTPExchange.get("/", port: port)
            #expect(answer.hasPrefix("HTTP/1.1 503 ") && answer.contains("Retry-After:"), "\(answer)")
            #expect(answer.contains("连接不上数据库") && !answer.contains("SELECT"))
        }
        try cluster.start()
        #expect(try HTTPExchange.get("/", port: port).hasPrefix("HTTP/1.1 200 "))
        #expect(server.terminate() == 0)
    }
}
