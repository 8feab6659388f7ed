import Markup
import TestSupport
import Testing

@testable import BodyMarkup

@Suite("The small markup of bodies")
struct BodyTextTests {
    private func html(_ text: String) -> String { BodyText(text).html().text }

    @Test(
        "what offices write becomes elements",
        arguments: [
            ("第一段\n第二行", "<p>第一段<br>\n第二行</p>\n"),
            ("# 一、范围\n\n### （一）对象", "<h2>一、范围</h2>\n<h3>（一）对象</h3>\n"),
            ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n"),
            ("3. 丙\n4. 丁", "<ol start=\"3\">\n<li>丙</li>\n<li>丁</li>\n</ol>\n"),
            ("**重要** *说明*", "<p><strong>重要</strong> <em>说明</em></p>\n"),
            ("> 引用", "<blockquote>\n<p>引用</p>\n</blockquote>\n"),
            ("甲\n\n---\n\n乙", "<p>甲</p>\n<hr>\n<p>乙</p>\n"),
            ("", ""),
        ])
    func elements(text: String, expected: String) { #expect(html(text) == expected) }

    @Test("text of paragraphs alone is shown as its tree is, whatever signs stand in it", arguments: 0..<20)
    func plain(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "甲乙丙", "　　为了", "，", "。\n\n", "\n", "\n\n\n", "abc", "12", "12.", "3)", "# ", "- ", "+ ", "* ", "> ", "| ",
            "`", "_",
            "[1]", "<b>", "&amp;", "&", "\\", "~~", "---", "===", "\t", "  ", " ", "\r\n", "\"引\"", "'", "!", "：",
            "（一）", "\u{FEFF}", "\u{0}",
            "é", "𠀀", "1.5", "1、", "a:b", "http://x.cn/", "a@b.cn", "=", ":", "\u{85}", "\u{2028}", "\u{A0}", "\u{C}",
        ]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            let body = BodyText(text)
            #expect(body.html().text == body.treeHTML().text, "\(text.debugDescription)")
            #expect(body.plainText == body.treeText, "\(text.debugDescription)")
        }
    }

    @Test(
        "a summary is the beginning on one line",
        arguments: [
            ("　　第一段，\n第二行\n\n　　第二段", 100, "第一段， 第二行 第二段"), ("# 题\n\n**重**要", 100, "题 重要"), ("", 10, ""),
            ("一二三四五", 3, "一二三"), ("一二 三四", 3, "一二"), ("a  b\tc", 10, "a b c"), ("𠀀𠀁𠀂", 2, "𠀀𠀁"),
        ])
    func summary(text: String, limit: Int, expected: String) {
        #expect(BodyText(text).summary(characters: limit) == expected)
    }

    @Test("a summary of a long text is cut between characters")
    func longSummary() {
        let text = String(repeating: "政府信息𠀀", count: 10_000)
        let summary = BodyText(text).summary(characters: 100)
        #expect(summary == String(text.prefix(100)))
    }

    @Test("a table has headings with a scope and a region that can be scrolled by its name")
    func table() {
        let text = html("| 项目 | 金额 |\n|---|---|\n| 甲<b> | 1 |\n\n| 一 | 二 |\n|---|---|")
        #expect(text.contains("<th scope=\"col\">项目</th><th scope=\"col\">金额</th>"))
        #expect(text.contains("<td>甲&lt;b&gt;</td><td>1</td>"))
        #expect(text.contains("aria-label=\"表1\"") && text.contains("aria-label=\"表2\""))
        #expect(text.contains("tabindex=\"0\""))
        #expect(PairedTags.fault(in: text) == nil)
    }

    @Test(
        "markup of the text itself is shown as text",
        arguments: [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onclick=x>b</b>", "<!-- -->",
            "<style>p{}</style>", "`<script>`", "    <script>", "![<script>](x)", "[<script>](/a)",
        ])
    func raw(text: String) {
        let shown = html(text)
        #expect(
            !shown.contains("<script") && !shown.contains("<img") && !shown.contains("<b ") && !shown.contains("<!"))
        #expect(!shown.contains("<style"))
    }

    @Test(
        "links lead to pages by http or to this site, and nowhere else",
        arguments: [
            ("/info/1", LinkAddress.inside("/info/1")), ("#一", .inside("#一")), ("?page=2", .inside("?page=2")),
            ("https://example.cn/a:b", .outside("https://example.cn/a:b")),
            ("HTTP://example.cn", .outside("HTTP://example.cn")),
            ("javascript:alert(1)", nil), ("JaVaScript:alert(1)", nil), ("data:text/html,x", nil),
            ("//example.cn", nil),
            ("\\\\example.cn", nil), ("/\\example.cn", nil), ("java\tscript:alert(1)", nil), ("", nil),
            ("vbscript:x", nil),
            ("附件.docx", .inside("附件.docx")), ("mailto:a@example.cn", nil), (" javascript:x", nil),
        ])
    func links(text: String, expected: LinkAddress?) { #expect(LinkAddress(text) == expected) }

    @Test("a link out of the site hands nothing over, and one that leads nowhere keeps its text")
    func linkMarkup() {
        #expect(html("[外网](https://example.cn/)").contains("rel=\"noopener noreferrer\""))
        #expect(html("[甲](javascript:alert(1))") == "<p>甲</p>\n")
        let quoted = html("[甲](https://example.cn/\"onclick=x)")
        #expect(!quoted.contains("\"onclick") && quoted.contains("onclick"))
    }

    @Test("whatever the depth, elements are closed and their number is bounded")
    func depth() {
        for text in [
            String(repeating: "> ", count: 3_000) + "深", String(repeating: "- ", count: 500) + "深",
            String(repeating: "*a ", count: 2_000), String(repeating: "[", count: 5_000) + "深",
            String(repeating: "> ", count: 23) + "| 一 |\n" + String(repeating: "> ", count: 23) + "|---|\n",
        ] {
            let shown = html(text)
            #expect(PairedTags.fault(in: shown) == nil)
            #expect(shown.contains("深") || shown.contains("a") || shown.contains("一"))
        }
    }

    @Test("any text gives whole markup without elements beyond the few")
    func random() {
        var generator = SeededGenerator(seed: 7)
        let pieces = [
            "# ", "- ", "1. ", "> ", "**", "*", "`", "```\n", "|", "|---|", "\n", "\n\n", "<", ">", "&", "\"", "[",
            "](", ")",
            "!", "甲", "乙 ", "    ", "\t", "\\", "http://a.cn", "~~", "---", "<div>", "</p>",
        ]
        let allowed: Set<String> = [
            "p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a",
            "hr", "div", "table", "thead", "tbody", "tr", "th", "td",
        ]
        for round in 0..<400 {
            let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let shown = html(text)
            #expect(PairedTags.fault(in: shown) == nil, "seed 7, round \(round)")
            #expect(PairedTags.names(in: shown).subtracting(allowed).isEmpty, "seed 7, round \(round)")
        }
    }

    @Test("the plain text has every word and none of the markup")
    func plain() {
        let text = BodyText("# 标题\n\n**甲**乙\n丙\n\n| 一 | 二 |\n|---|---|\n| 三 | 四 |\n\n- 五").plainText
        #expect(text == "标题\n甲乙\n丙\n一\t二\t\n三\t四\t\n五\n")
    }
}

/// Whether every element of some markup is closed, in order.
enum PairedTags {
    static func fault(in html: String) -> String? {
        var open: [Substring] = []
        for tag in tags(in: html) {
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return String(tag) }
            } else if tag != "br" && tag != "hr" {
                open.append(tag)
            }
        }
        return open.isEmpty ? nil : open.joined(separator: " ")
    }

    static func names(in html: String) -> Set<String> {
        Set(tags(in: html).map { String($0.hasPrefix("/") ? $0.dropFirst() : $0) })
    }

    private static func tags(in html: String) -> [Substring] {
        html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1).map {
            $0.prefix { $0 != ">" && $0 != " " && $0 != "\n" }
        }
    }
}
