import Foundation
import HTTPCore
import Ledger
import Service
import TestSupport
import Testing

@testable import Web

@Suite("Refused forms of an application")
struct ApplyRefusalTests {
    @Test("what is wrong is listed first with links to the fields, everything else stays, and the title says so")
    func wrong() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        let fields = Visitor.fields([
            "id_kind": "citizen_card", "id_number": "110105194912310021", "matter": "查 11010519491231002X",
            "name": "<b>张三</b>\"",
        ])
        try visitor.post("/requests/new", fields, files: [Visitor.proof])
        #expect(visitor.last.status == .unprocessable)
        #expect(visitor.page.contains("<title>错误：有2处需要改正"))
        #expect(visitor.page.contains("请在“证件类型”中改选") && !visitor.page.contains("其他证件号码"))
        let markup = visitor.markup
        #expect(markup.faults == [])
        #expect(markup.tags.contains { $0["role"] == "alert" })
        for field in ["id_number", "matter"] {
            #expect(markup.all("a").contains { $0["href"] == "#\(field)" })
            let tag = try #require(markup.tags.first { $0["id"] == field })
            #expect(tag["aria-invalid"] == "true")
            #expect(
                (tag["aria-describedby"] ?? "").split(separator: " ").allSatisfy { markup.ids.contains(String($0)) })
        }
        #expect(visitor.page.contains("&lt;b&gt;张三&lt;/b&gt;") && !visitor.page.contains("<b>张三"))
        #expect(visitor.page.contains("请删去身份证号码"))
        #expect(visitor.page.contains("已上传：测试张三证件.jpg"), "the file is kept")
        #expect(!visitor.page.contains("110105194912310021\" autocomplete=\"on"))
        try visitor.post("/requests/new", Visitor.fields)
        #expect(visitor.targets.last == "/requests/new/review", "the proof need not be chosen again")
    }

    @Test("a text that is far too long comes back whole, with how long it is and may be")
    func longText() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        let text = String(repeating: "测试路", count: 6_000)
        try visitor.post("/requests/new", Visitor.fields(["matter": text, "delivery": "post"]), files: [Visitor.proof])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains(">\(text)</textarea>"))
        #expect(visitor.page.contains("“需要的政府信息”有18000个字，超过4000个字的上限。"))
        try visitor.post("/requests/new", Visitor.fields(["matter": text + text]))
        #expect(visitor.page.contains("“需要的政府信息”太长，只保留了前20000个字；上限是4000个字。"))
        // What the other answers make needed is not called optional.
        try visitor.post("/requests/new", Visitor.fields(["matter": text, "delivery": "post"]))
        #expect(visitor.page.contains(">通信地址</label>") && visitor.page.contains(">授权委托书（选填）</label>"))
    }

    @Test("a proof that cannot be taken is one mistake, not two")
    func oneMistake() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields, files: [("proof", "证件.exe", [0x4D, 0x5A])])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("<title>错误：有1处需要改正"))
        #expect(visitor.page.contains("文件“证件.exe”的格式不能接收") && !visitor.page.contains("没有附身份证明"))
        try visitor.post("/requests/new", Visitor.fields(["phone": "", "email": ""]))
        #expect(visitor.page.contains("<title>错误：有2处需要改正") && visitor.page.contains("没有附身份证明"))
        // The list follows the page, whatever was found first.
        try visitor.post(
            "/requests/new", Visitor.fields(["phone": "", "email": "", "matter": ""]),
            files: [("attachments", "坏.exe", [0x4D, 0x5A])])
        let places = visitor.markup.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix("#") && $0 != "#main" }
        #expect(places.prefix(4) == ["#phone", "#matter", "#proof", "#attachments"], "\(places)")
    }

    @Test(
        "a mistake is told with the words of the field's label",
        arguments: [
            ("id_number", "12", "citizen_card", "证件号码"), ("id_number", "1", "passport", "证件号码"),
            ("phone", "abc", "passport", "联系电话"), ("agent_phone", "abc", "passport", "代理人联系电话"),
            ("agent_id_number", "110105194912310021", "passport", "代理人证件号码"), ("postcode", "1", "passport", "邮政编码"),
            ("matter", "", "passport", "需要的政府信息"),
        ])
    func labels(field: String, text: String, kind: String, label: String) throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        let agent = [
            "agent": "yes", "agent_name": "测试王五", "agent_id_number": "T11223344", "agent_phone": "000-99887766",
        ]
        try visitor.post(
            "/requests/new", Visitor.fields(agent.merging([field: text, "id_kind": kind]) { $1 }),
            files: [Visitor.proof])
        let lines = visitor.page.components(separatedBy: "<a href=\"#\(field)\">").dropFirst()
        let line = try #require(lines.first?.prefix { $0 != "<" })
        #expect(line.contains("“\(label)”"), "\(line)")
        #expect(!line.contains("公民身份号码") && !line.contains("其他证件号码") && !line.contains("“电话”"), "\(line)")
        #expect(!field.hasPrefix("agent") || !line.contains("证件类型"), "an agent has no such field")
        let labels = visitor.page.components(separatedBy: "<label for=\"\(field)\">").dropFirst()
        #expect(labels.first?.hasPrefix(label) == true, "\(labels.first?.prefix(40) ?? "")")
    }

    @Test(
        "a field that comes more than once where the page sends it once is refused by its name",
        arguments: [("phone", "联系电话"), ("matter", "需要的政府信息"), ("agency", "受理机关"), ("csrf", "表单校验")])
    func repeated(field: String, label: String) throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields + [(field, "另一个")], files: [Visitor.proof])
        #expect(visitor.last.status == .badRequest && visitor.page.contains("表单里的“\(label)”出现了不止一次"))
        #expect(!visitor.page.contains("另一个") && visitor.markup.faults == [])
        #expect(try visitor.fixture.ledger.drafts.count() == 0)
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields, files: [Visitor.proof, Visitor.proof])
        #expect(visitor.last.status == .badRequest && visitor.page.contains("“身份证明”出现了不止一次"))
    }

    @Test("a wrong or large file is named, a body that is no form is refused with a sentence")
    func files() throws {
        var limits = ApplicationLimits()
        limits.fileBytes = 1_000
        let visitor = try Visitor(limits: limits)
        try visitor.get("/requests/new?agency=office")
        try visitor.post(
            "/requests/new", Visitor.fields,
            files: [
                Visitor.proof, ("attachments", "大.pdf", Array("%PDF-".utf8) + [UInt8](repeating: 32, count: 2_000)),
                ("attachments", "坏.exe", [0x4D, 0x5A]),
            ])
        #expect(visitor.last.status == .unprocessable)
        #expect(visitor.page.contains("大.pdf") && visitor.page.contains("坏.exe"))
        #expect(visitor.page.contains("已上传：测试张三证件.jpg"))
        let site = visitor.fixture.site
        #expect(site.bodyRule(for: .post, path: try RequestPath("/requests/new")).bytes == limits.formBytes)
        let request = try Request(
            method: .post, target: "/requests/new", headers: Headers([("Content-Type", "application/json")]),
            body: Array("{}".utf8))
        #expect(site.respond(to: request).status == .unsupportedMediaType)
    }

    @Test("a file over the limit of the whole form is named with what to do, and nothing else is lost")
    func overTheForm() throws {
        var limits = ApplicationLimits()
        limits.fileBytes = 100_000
        limits.attachments = 1
        let visitor = try Visitor(limits: limits)
        try visitor.get("/requests/new?agency=office")
        let pdf = Array("%PDF-%%EOF".utf8)
        let (large, half) = (
            pdf + [UInt8](repeating: 32, count: 5_000_000),
            pdf + [UInt8](repeating: 32, count: 99_000) + Array("%%EOF".utf8)
        )
        try visitor.post(
            "/requests/new", Visitor.fields, files: [("attachments", "大.pdf", large), Visitor.proof])
        #expect(visitor.last.status == .unprocessable && visitor.markup.faults == [])
        #expect(visitor.page.contains("文件“大.pdf”超过 0 MB，没有保存。请缩小图片或者分成几份后重新选择；其他文件已经保留。"))
        #expect(visitor.page.contains("已上传：测试张三证件.jpg") && visitor.page.contains("测试路改造工程的验收报告</textarea>"))
        #expect(visitor.markup.all("a").contains { $0["href"] == "#attachments" })
        // Each small enough by itself, but not all of them together.
        let several = (1...5).map { (field: "attachments", name: "\($0).pdf", bytes: half) }
        try visitor.post("/requests/new", Visitor.fields, files: several)
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("已上传：1.pdf"))
        #expect(visitor.page.contains("文件“2.pdf”没有保存：其他材料最多1份"))
        #expect(visitor.page.contains("文件“4.pdf”没有保存：一次提交的文件合计不能超过 0 MB。"))
        try visitor.post("/requests/new", Visitor.fields(["go": "save"]), files: [("attachments", "大.pdf", large)])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("已经保存"))
        // The longest name that a file can have.
        let long = String(repeating: "长", count: 251) + ".exe"
        try visitor.post("/requests/new", Visitor.fields, files: [("attachments", long, [0x4D, 0x5A])])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("文件“长长长"))
        // A whole folder that was chosen by mistake.
        try visitor.post(
            "/requests/new", Visitor.fields,
            files: (1...300).map { ("attachments", "\($0).pdf", Array("%PDF-%%EOF".utf8)) })
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("文件“300.pdf”没有保存"))
        #expect(visitor.page.contains("测试路改造工程的验收报告</textarea>"))
    }
}
