import Foundation
import TestSupport

/// A real Chromium without a window, steered over WebDriver.
final class Browser {
    private let driver: RunningProgram
    private let port: UInt16
    private let session: String

    init() throws {
        guard let chromium = TestEnvironment.tool("chromium") ?? TestEnvironment.tool("google-chrome"),
            let executable = TestEnvironment.tool("chromedriver")
        else { throw RunningProgram.Failure(description: "there is no browser") }
        driver = try RunningProgram(executable, ["--port=0"], environment: ["LANG": "C.UTF-8"])
        let line = try driver.waitForLine(containing: "successfully on port")
        guard let port = UInt16(line.filter(\.isNumber)) else {
            throw RunningProgram.Failure(description: "no port in “\(line)”")
        }
        self.port = port
        let options: [String: Any] = [
            "binary": chromium.path,
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN"],
        ]
        let answer = try Self.ask(
            "POST", "/session", port,
            ["capabilities": ["alwaysMatch": ["browserName": "chrome", "goog:chromeOptions": options]]])
        guard let session = (answer as? [String: Any])?["sessionId"] as? String else {
            throw RunningProgram.Failure(description: "no session: \(answer)")
        }
        self.session = session
    }

    deinit {
        _ = try? Self.ask("DELETE", "/session/\(session)", port, nil)
        driver.end()
    }

    /// Goes to an address.
    func open(_ address: String) throws { _ = try ask("POST", "/url", ["url": address]) }

    /// Makes the window a screen of some width, a phone below 600 px.
    func resize(width: Int, height: Int = 900) throws {
        try command(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
    }

    /// A command of the protocol of its developer tools.
    @discardableResult
    func command(_ name: String, _ parameters: [String: Any]) throws -> [String: Any] {
        try ask("POST", "/goog/cdp/execute", ["cmd": name, "params": parameters]) as? [String: Any] ?? [:]
    }

    /// Writes a picture of the whole page, its first 6,000 px at most, as JPEG.
    func picture(to file: URL) throws {
        let size = try run("return [innerWidth, Math.min(6000, document.documentElement.scrollHeight)];") as? [Int]
        guard let size, size.count == 2 else { throw RunningProgram.Failure(description: "a page without a size") }
        let clip = ["x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1]
        let answer = try command(
            "Page.captureScreenshot",
            ["format": "jpeg", "quality": 70, "captureBeyondViewport": true, "clip": clip])
        guard let data = (answer["data"] as? String).flatMap({ Data(base64Encoded: $0) }) else {
            throw RunningProgram.Failure(description: "no picture of the page")
        }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    /// Whether a condition becomes true, asked again and again for 20 seconds: a click may return before the page it
    /// leads to is there.
    func becomes(_ condition: String) throws -> Bool {
        let end = ContinuousClock.now + .seconds(20)
        var isTrue = false
        repeat {
            isTrue = (try? run("return \(condition);")) as? Bool == true
        } while !isTrue && ContinuousClock.now < end
        return isTrue
    }

    /// The value of a script.
    func run(_ script: String) throws -> Any {
        try ask("POST", "/execute/sync", ["script": script, "args": [] as [String]])
    }

    /// The value that a script hands to its last argument.
    func runAsync(_ script: String) throws -> Any {
        try ask("POST", "/execute/async", ["script": script, "args": [] as [String]])
    }

    /// Presses a key.
    func press(_ key: String) throws {
        let steps = ["keyDown", "keyUp"].map { ["type": $0, "value": key] }
        _ = try ask("POST", "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": steps]]])
    }

    /// Types a text into whatever has the focus, a key for each character.
    func write(_ text: String) throws {
        let steps = text.flatMap { key in ["keyDown", "keyUp"].map { ["type": $0, "value": String(key)] } }
        _ = try ask("POST", "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": steps]]])
    }

    /// Types into the element of a selector; into a field for files, the path of the file.
    func type(_ text: String, into selector: String) throws {
        _ = try ask("POST", "/element/\(try element(selector))/value", ["text": text])
    }

    /// Clicks the element of a selector.
    func click(_ selector: String) throws { _ = try ask("POST", "/element/\(try element(selector))/click", [:]) }

    /// Waited for, since the page may be on its way.
    private func element(_ selector: String) throws -> String {
        _ = try becomes("document.querySelector(\"\(selector)\") !== null")
        let found = try ask("POST", "/element", ["using": "css selector", "value": selector])
        guard let id = (found as? [String: String])?.values.first else {
            throw RunningProgram.Failure(description: "there is no \(selector)")
        }
        return id
    }

    private func ask(_ method: String, _ path: String, _ body: [String: Any]) throws -> Any {
        try Self.ask(method, "/session/\(session)\(path)", port, body)
    }

    private static func ask(_ method: String, _ path: String, _ port: UInt16, _ body: [String: Any]?) throws -> Any {
        let data = try body.map { try JSONSerialization.data(withJSONObject: $0) }
        let answer = try JSONSerialization.jsonObject(
            with: try HTTPExchange.json(method, path, port: port, body: data), options: .fragmentsAllowed)
        let value = (answer as? [String: Any])?["value"] ?? NSNull()
        if let failure = value as? [String: Any], let error = failure["error"] as? String {
            throw RunningProgram.Failure(description: "\(path): \(error): \(failure["message"] ?? "")")
        }
        return value
    }
}
