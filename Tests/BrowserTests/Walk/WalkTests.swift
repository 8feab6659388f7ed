import Foundation
import TestSupport
import Testing

/// Every page in every view, as the browser shows it. Pictures of all stay in a folder of the build.
@Suite("A walk through every page", .slow, .serialized, .inBrowser)
struct WalkTests {
    /// Where the pictures and the pages of a walk are left.
    static let folder = TestEnvironment.packageFolder.appending(path: ".build/walk", directoryHint: .isDirectory)

    @Test("every address of the samples answers with the status and the kind it is listed with")
    func samples() throws {
        try LiveSite.run { site in
            for page in try site.pages() {
                let answer = try site.get(page.address)
                #expect(answer.status == page.status, "\(page.address)")
                #expect(answer.type.hasPrefix("text/html"), "\(page.address) is \(answer.type)")
            }
            for sample in PageSample.all where !sample.isPage {
                for address in sample.addresses + (try site.found(sample)) {
                    let answer = try site.get(address)
                    #expect(answer.status == 200, "\(address)")
                    #expect(!answer.text.isEmpty, "\(address)")
                }
            }
        }
    }

    @Test(
        "no page has an accessibility violation, moves sideways or has a target too small for a finger",
        arguments: PageView.allCases)
    func accessibility(view: PageView) throws {
        let begin = ContinuousClock.now
        var count = 0
        try LiveSite.run { site in
            let browser = try Browser()
            let inspector = try PageInspector(browser)
            try browser.open("\(site.origin)/view?\(view.query)&to=%2F")
            for page in try site.pages() {
                try browser.open(site.origin + page.address)
                for width in [1280, 360] {
                    try browser.resize(width: width)
                    let place: Comment = "\(page.address), \(view.rawValue), \(width) px"
                    // What the engine looks at hardly depends on the width: the usual view is inspected at both, the others at
                    // that of a phone.
                    if width == 360 || view == .standard { #expect(try inspector.violations() == [], place) }
                    #expect(try inspector.overflow() <= 0, place)
                    if width == 360 { #expect(try inspector.smallTargets() == [], place) }
                    try browser.picture(
                        to: Self.folder.appending(path: "\(view.rawValue)-\(width)/\(page.name).jpg"))
                    count += 1
                }
                try browser.resize(width: 320)
                #expect(try inspector.overflow() <= 0, "\(page.address), \(view.rawValue), 320 px")
            }
        }
        print(
            "note: \(count) pictures of the \(view.rawValue) view in \(Self.folder.path), \(begin.duration(to: .now))")
    }

    @Test("the inspection sees a picture without words, a page that moves sideways and a small target")
    func inspection() throws {
        let browser = try Browser()
        let inspector = try PageInspector(browser)
        let folder = TemporaryFolder()
        let page = try folder.write(
            """
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>测试</title>
            <meta name="viewport" content="width=device-width"></head><body><main><h1>测试</h1>
            <p>一</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="700" height="9"><a href="/">二</a>
            <p style="color:#999;background:#fff">三三三</p></main></body></html>
            """, to: "page.html")
        try browser.open("file://\(page.path)")
        try browser.resize(width: 360)
        let found = try inspector.violations()
        #expect(found.contains { $0.hasPrefix("image-alt:") } && found.contains { $0.hasPrefix("color-contrast:") })
        #expect(try inspector.overflow() > 300)
        #expect(try inspector.smallTargets().count == 1)
    }
}
