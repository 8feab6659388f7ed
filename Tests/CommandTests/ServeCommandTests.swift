import Foundation
import HTTPCompression
import TestSupport
import Testing

@Suite("gongkai serve, migrate and demo")
struct ServeCommandTests {
    @Test("it loads the demonstration, says when it is ready, serves pages, and ends in good order on TERM")
    func serving() throws {
        let folder = TemporaryFolder()
        let server = try RunningProgram.gongkai(["serve", "--data", folder.url.path, "--listen", "127.0.0.1:0"])
        defer { server.end() }
        let ready = try server.waitUntilReady()
        #expect(ready.line == "Gongkai is ready: http://127.0.0.1:\(ready.port)/")
        let port = ready.port
        let health = try HTTPExchange.get("/healthz", port: port)
        #expect(health.hasPrefix("HTTP/1.1 200 ") && health.hasSuffix("ok\n"))
        let page = try HTTPExchange.get("/reports/sample-bureau/2021", port: port)
        #expect(page.contains("T3_BALANCE") && page.contains("Content-Security-Policy:"))
        #expect(
            try HTTPExchange.get("/reports/yantai-bigdata/2021.json?lang=secret", port: port).contains(
                "gongkai.report/1"))
        // A request is counted when its thread has closed the connection, which may be after its client went on.
        var (metrics, asked) = ("", 0)
        while !metrics.contains("gongkai_requests_active 1\n"), asked < 1_000 {
            metrics = try HTTPExchange.get("/metrics", port: port)
            asked += 1
        }
        let count = 2 + asked
        #expect(metrics.contains("\ngongkai_up 1\n"))
        #expect(metrics.contains("gongkai_requests_total{status=\"2xx\"} \(count)\n"), "\(metrics)")
        #expect(metrics.contains("gongkai_request_seconds_count \(count)\n"), "\(metrics)")
        #expect(metrics.contains("\nprocess_resident_memory_bytes ") && metrics.contains("\nprocess_open_fds "))
        try packed(port)
        try examples(port)
        #expect(server.terminate() == 0)
        #expect(server.errors.contains("event=request method=GET path=/healthz status=200 ms="))
        #expect(!server.errors.contains("secret") && !server.errors.contains("127.0.0.1"))
        #expect(!server.errors.contains("level=error"), "\(server.errors)")
        // The start made a head over everything that the demonstration recorded.
        let verified = try CommandRunner().run(["verify", "--data", folder.url.path])
        #expect(verified.status == 0 && verified.output.contains("3042条记录"), "\(verified.output)")
        #expect(verified.output.contains("覆盖3042条记录"), "\(verified.output)")
    }

    /// Over a socket as in the router: a client that takes gzip gets it, the same text, and 304 for what it holds.
    private func packed(_ port: UInt16) throws {
        for path in ["/", "/api/v1/cells", "/gongkai.css", "/feed.xml"] {
            let plain = try HTTPExchange.parts(path, port: port)
            let packed = try HTTPExchange.parts(path, port: port, more: "Accept-Encoding: gzip, br\r\n")
            #expect(
                !plain.head.contains("Content-Encoding") && packed.head.contains("Content-Encoding: gzip"), "\(path)")
            #expect(packed.head.contains("Content-Length: \(packed.body.count)") && packed.head.contains("Vary: "))
            #expect(packed.body.count < plain.body.count && packed.body.starts(with: [0x1F, 0x8B]))
            #expect(Gzip.unpack(packed.body, limit: 4 << 20) == plain.body, "\(path)")
            let tag = try #require(
                packed.head.split(separator: "\r\n").first { $0.hasPrefix("ETag: ") }.map { $0.dropFirst(6) })
            let held = try HTTPExchange.parts(
                path, port: port, more: "Accept-Encoding: gzip\r\nIf-None-Match: \(tag)\r\n")
            #expect(held.head.hasPrefix("HTTP/1.1 304 ") && held.body.isEmpty, "\(path)")
        }
        let damaged = try HTTPExchange.get("/", port: port, cookie: "a=\u{1}b")
        #expect(damaged.hasPrefix("HTTP/1.1 400 ") && damaged.contains("Cookie"))
        let form = try HTTPExchange.parts("/requests/track", port: port, more: "Accept-Encoding: gzip\r\n")
        #expect(!form.head.contains("Content-Encoding"), "a form with a token is never packed")
    }

    /// The lines for the command line on the page about the interface, run as they stand there.
    private func examples(_ port: UInt16) throws {
        let curl = "/usr/bin/curl"
        guard FileManager.default.isExecutableFile(atPath: curl) else {
            print("skipped: the examples of /api need \(curl)")
            return
        }
        let lines = try HTTPExchange.get("/api", port: port).components(separatedBy: "<pre class=\"shell\"><code>")
            .dropFirst().compactMap { $0.components(separatedBy: "</code>").first }
        #expect(lines.count == 3)
        for line in lines {
            let command = line.replacing("&#39;", with: "'").replacing("&amp;", with: "&")
                .replacing("http://127.0.0.1:8080/", with: "http://127.0.0.1:\(port)/")
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", command + " --fail --noproxy '*' --max-time 60"]
            let output = Pipe()
            shell.standardOutput = output
            try shell.run()
            let answer = try output.fileHandleForReading.readToEnd() ?? Data()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 0, "\(command)")
            let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any]
            let entries = (object?["items"] ?? object?["values"]) as? [Any]
            #expect(entries?.isEmpty == false, "\(command)")
        }
    }

    @Test("a second start finds its data, and GONGKAI_DEMO=0 starts empty")
    func emptyStart() throws {
        let folder = TemporaryFolder()
        for _ in 1...2 {
            let server = try RunningProgram.gongkai(
                ["serve"],
                environment: [
                    "GONGKAI_DEMO": "0", "GONGKAI_DATA": folder.url.path, "GONGKAI_LISTEN": "127.0.0.1:0",
                ])
            defer { server.end() }
            let port = try server.waitUntilReady().port
            #expect(try HTTPExchange.get("/", port: port).contains("还没有收录年报"))
            #expect(server.terminate() == 0)
        }
    }

    @Test("the demonstration is loaded by command too, once")
    func demo() throws {
        let folder = TemporaryFolder()
        let first = try CommandRunner().run(["demo", "--data", folder.url.path])
        #expect(first.status == 0 && first.output.contains("测试市示例局 2021：已载入"))
        let second = try CommandRunner().run(["demo", "--data", folder.url.path])
        #expect(second.status == 0 && second.output.contains("测试市示例局 2021：已有，未变"))
        let migrated = try CommandRunner().run(["migrate", "--data", folder.url.path])
        #expect(migrated.status == 0 && migrated.output.contains("数据库结构已是最新"))
    }

    @Test(
        "what cannot be served is refused with a sentence and 2",
        arguments: [
            (["--database", "postgresql://u:secret@localhost:1/x"], "连接不上数据库"),
            (["--database", "mysql://localhost/x"], "数据库地址写得不对"),
            (["--data", "/proc/none"], "数据文件夹"),
        ])
    func refused(arguments: [String], sentence: String) throws {
        let folder = TemporaryFolder()
        let outcome = try CommandRunner().run(
            ["serve", "--listen", "127.0.0.1:0"] + arguments,
            environment: ["GONGKAI_DATA": folder.url.path, "GONGKAI_DEMO": "0"])
        #expect(outcome.status == 2)
        #expect(outcome.error.contains(sentence), "\(outcome.error)")
        #expect(!outcome.error.contains("secret"))
        #expect(outcome.output.isEmpty)
    }

    @Test(
        "a setting that cannot be taken is refused by name",
        arguments: [
            "GONGKAI_CHECKS_PER_MINUTE", "GONGKAI_CHECKS_AT_ONCE", "GONGKAI_PAGE_CACHE_MB", "GONGKAI_PAGE_FILE_MB",
            "GONGKAI_DEMO", "GONGKAI_RELATED_MB",
            "GONGKAI_READ_SECONDS", "GONGKAI_READ_CONVERT", "GONGKAI_LISTEN", "GONGKAI_HTTP_THREADS",
            "GONGKAI_HTTP_CONNECTIONS",
            "GONGKAI_HTTP_CONNECTIONS_PER_ADDRESS", "GONGKAI_HTTP_HEADER_SECONDS", "GONGKAI_HTTP_BODY_SECONDS",
            "GONGKAI_HTTP_BODY_BYTES_PER_SECOND", "GONGKAI_HTTP_BODY_LONGEST_SECONDS",
            "GONGKAI_HTTP_SEND_BYTES_PER_SECOND", "GONGKAI_HTTP_SEND_LONGEST_SECONDS",
            "GONGKAI_HTTP_SEND_SECONDS", "GONGKAI_HTTP_IDLE_SECONDS", "GONGKAI_HTTP_DRAIN_SECONDS",
            "GONGKAI_HTTP_MAX_HEADER", "GONGKAI_HTTP_MAX_FORM", "GONGKAI_HTTP_MAX_BODIES", "GONGKAI_APPLY_FILE_MB",
            "GONGKAI_APPLY_FILES",
            "GONGKAI_APPLY_FILE_TYPES", "GONGKAI_DRAFT_HOURS", "GONGKAI_DRAFTS", "GONGKAI_DRAFTS_MB",
            "GONGKAI_RECEIPT_MINUTES", "GONGKAI_FORMS_PER_HOUR", "GONGKAI_APPLY_PER_HOUR",
            "GONGKAI_APPLY_PROMPT_PER_HOUR", "GONGKAI_APPLY_WAIT_SECONDS", "GONGKAI_TRACK_TRIES",
            "GONGKAI_TRACK_TRIES_PER_NUMBER", "GONGKAI_TRACK_SESSION_MINUTES", "GONGKAI_TRUSTED_PROXIES",
            "GONGKAI_EXPLORE_BARS", "GONGKAI_SITE_ORIGIN",
            "GONGKAI_DATA_LICENCE_URL",
        ])
    func badSetting(name: String) throws {
        let folder = TemporaryFolder()
        let outcome = try CommandRunner().run(["serve", "--data", folder.url.path], environment: [name: "-1"])
        #expect(outcome.status == 2 && outcome.error.contains(name))
    }

    @Test("number, code and name that somebody typed into an address are not written to the log")
    func mistypedAddress() throws {
        let folder = TemporaryFolder()
        let server = try RunningProgram.gongkai(
            ["serve", "--data", folder.path, "--listen", "127.0.0.1:0"], environment: ["GONGKAI_DEMO": "0"])
        defer { server.end() }
        let port = try server.waitUntilReady().port
        let path = "/requests/track/office-2031-7/ACDEF-23467"
        #expect(try HTTPExchange.get(path, port: port).hasPrefix("HTTP/1.1 404 "))
        for path in ["/requests/track?number=office-2031-7", "/search-zhangsan?zhangsan=1", "/search?q=zhangsan"] {
            #expect(try HTTPExchange.get(path, port: port).hasPrefix("HTTP/1.1 "))
        }
        #expect(server.terminate() == 0)
        #expect(server.errors.contains("path=/requests/track/*25 status=404"), "\(server.errors)")
        #expect(server.errors.contains("path=/*15 status=404") && !server.errors.contains("zhangsan"))
        #expect(!server.errors.contains("2031-7") && !server.errors.contains("23467"))
    }

    @Test("a limit of the server is what its setting says")
    func limit() throws {
        let folder = TemporaryFolder()
        let server = try RunningProgram.gongkai(
            ["serve", "--data", folder.path, "--listen", "127.0.0.1:0"],
            environment: ["GONGKAI_DEMO": "0", "GONGKAI_HTTP_MAX_HEADER": "2K"])
        defer { server.end() }
        let port = try server.waitUntilReady().port
        let query = "/?q=" + String(repeating: "a", count: 3_000)
        #expect(try HTTPExchange.get(query, port: port).hasPrefix("HTTP/1.1 431 "))
        #expect(try HTTPExchange.get("/", port: port).hasPrefix("HTTP/1.1 200 "))
        #expect(server.terminate() == 0)
    }

    @Test("a visitor's old file is not handed to LibreOffice, but answered with what to do")
    func oldFile() throws {
        let folder = TemporaryFolder()
        let server = try RunningProgram.gongkai(
            ["serve", "--data", folder.path, "--listen", "127.0.0.1:0"], environment: ["GONGKAI_DEMO": "0"])
        defer { server.end() }
        let port = try server.waitUntilReady().port
        let form = try HTTPExchange.get("/check", port: port)
        let cookie = try #require(form.firstMatch(of: /Set-Cookie: ([^;]+);/)).output.1
        let token = try #require(form.firstMatch(of: /name="csrf" value="([^"]+)"/)).output.1
        var doc: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 632)
        for (index, byte) in "WordDocument".utf8.enumerated() { doc[512 + index * 2] = byte }
        doc[512 + 64] = 26
        let field = "--b\r\nContent-Disposition: form-data; name="
        let head = "\(field)\"csrf\"\r\n\r\n\(token)\r\n\(field)\"file\"; filename=\"old.doc\"\r\n\r\n"
        let answer = try HTTPExchange.post(
            "/check", port: port, type: "multipart/form-data; boundary=b", cookie: String(cookie),
            body: Array(head.utf8) + doc + Array("\r\n--b--\r\n".utf8))
        #expect(answer.hasPrefix("HTTP/1.1 422 ") && answer.contains("另存为docx"), "\(answer.prefix(2_000))")
        #expect(server.terminate() == 0)
    }

    @Test("an address that is none is a wrong argument", arguments: ["here", "127.0.0.1:99999", ""])
    func wrongAddress(text: String) throws {
        let folder = TemporaryFolder()
        let outcome = try CommandRunner().run(["serve", "--data", folder.path, "--listen", text])
        #expect(outcome.status == 64)
        #expect(outcome.error.contains("选项 --listen：") && outcome.error.contains("用法：gongkai serve"))
    }

    @Test("a port that is in use is named, with 2, and the data folder stays as it was")
    func portInUse() throws {
        let folder = TemporaryFolder()
        let environment = ["GONGKAI_DEMO": "0"]
        let server = try RunningProgram.gongkai(
            ["serve", "--data", folder.url.path, "--listen", "127.0.0.1:0"], environment: environment)
        defer { server.end() }
        let address = try server.waitUntilReady().line.dropFirst("Gongkai is ready: http://".count).dropLast()
        let other = TemporaryFolder()
        let outcome = try CommandRunner().run(["serve", "--data", other.url.path, "--listen", String(address)])
        #expect(outcome.status == 2 && outcome.error.contains("端口已被占用"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.url.path).isEmpty)
        #expect(server.terminate() == 0)
    }
}
