internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// The receipt: number and code, which day will count, what comes next. Made to be printed.
struct ReceiptPage {
    let view: ApplicantCase
    let registered: ApplyForInformation.Registered
    /// Where the office takes applications, by its guide; nil where none is recorded.
    let unit: DisclosureUnit?
    /// The address of the site, `https://…`; empty where it is not set.
    let origin: String
    let t: Wording

    static let path = "/requests/new/receipt"

    var content: PageContent {
        let name = t("申请已经登记", "The application is registered")
        let registration = view.request.registration
        return PageContent(
            title: name,
            crumbs: [
                .init(label: view.office.fullName.text, path: "/agencies/\(view.office.code.text)", isName: true),
                .init(label: name, path: nil),
            ],
            main: """
                <article class="doc receipt">
                <h1>\(name)</h1>
                <p class="meta"><span lang="zh-CN">\(view.office.fullName.text)</span>\(t("　", ", "))\(t.day(registration.arrived))</p>
                <dl class="facts part-s">
                <div><dt>\(t("登记号", "Number"))</dt><dd><strong>\(registered.key.description)</strong></dd></div>
                <div><dt>\(t("查询码", "Code"))</dt><dd><strong>\(registered.codeText)</strong></dd></div>
                </dl>
                <p class="verdict part-s">\(t(
                    "请现在就抄下或者打印这两项。查询码只在这里告诉您，\(t.moment(registered.shownUntil)) 以后本页也不能再打开，我们没有保存它，不能补发。不要告诉别人。",
                    "Write both down or print them now. The code is shown only here, until \(t.moment(registered.shownUntil)); it is not kept and cannot be sent again. Do not share it."))</p>
                <section class="part" aria-labelledby="h-what">
                <h2 id="h-what">\(t("您申请的内容", "What you asked for"))</h2>
                <dl class="pairs">
                <dt>\(t("内容", "Matter"))</dt><dd lang="zh-CN">\(view.request.matter.text)</dd>
                <dt>\(t("申请人", "Applicant"))</dt><dd><span lang="zh-CN">\(view.coveredName)</span>\(t("（", " ("))\(
                    t.inside(ApplicantWords.word(registration.applicantType, t)))\(t("）", ")"))</dd>
                <dt>\(t("提供", "Supply"))</dt><dd>\(supply)</dd>
                <dt>\(t("材料", "Papers"))</dt><dd lang="zh-CN">\(papers.map(\.label.name).joined(separator: t("、", ", ")))</dd>
                </dl>
                </section>
                <section class="part" aria-labelledby="h-day">
                <h2 id="h-day">\(t("哪天算收到", "Which day counts"))</h2>
                <p>\(t(
                    ReceiptWords.day,
                    "You applied through this site. Under Art 31 of the Regulation, the day of receipt is the day on which both sides confirm it: the office contacts you by what you gave, and the period starts the day after."))</p>
                </section>
                <section class="part" aria-labelledby="h-next">
                <h2 id="h-next">\(t("接下来", "What comes next"))</h2>
                \(reckoning)</section>
                \(contact)</article>
                <p class="part btns"><a class="btn" href="\(TrackPage.path)">\(t("查询这件申请", "Follow it"))</a><a class="btn line" href="/agencies/\(view.office.code.text)">\(t("回到机关页面", "Back to the office"))</a></p>
                """, path: TrackPage.path)
    }

    /// What came with the application, and not what was sent since.
    private var papers: [ApplicantCase.Paper] {
        view.handedIn.filter { $0.receivedAt == view.steps.first?.recordedAt }
    }

    private var supply: String {
        guard let form = view.request.registration.supply else { return "" }
        return "\(SupplyWords.word(form.medium, t))\(t("，", ", "))\(t.inside(SupplyWords.word(form.delivery, t)))"
    }

    /// Where to follow the application and whom to ask, for the printed sheet.
    private var contact: HTML {
        let place = origin.isEmpty ? t("本网站的“查询申请进度”", "“Follow an application” on this site") : origin + TrackPage.path
        return """
            <section class="part" aria-labelledby="h-ask">
            <h2 id="h-ask">\(t("查询和询问", "Following and asking"))</h2>
            <p>\(t(
                "查询地址：\(place)。几天没有人与您联系确认的，请打电话询问，或者在查询页面留言。",
                "Follow it at \(place). If nobody contacts you within a few days, call the office or leave a message on that page."))</p>
            \(OfficeContact(office: view.office, unit: unit, t: t).table)</section>

            """
    }

    private var reckoning: HTML {
        guard let period = try? ReplyClock(received: view.today).reckon(by: view.calendar), let due = period.due else {
            return .empty
        }
        let clock = ClockView(
            period: period, calendar: view.calendar, today: view.today,
            caption: t("假定今天（\(view.today.chineseText)）确认，逐日计算", "Counted as if confirmed today"), t: t)
        let correction = view.calendar.day(.correctionNotice, after: view.today)
        func unsure(_ day: Day) -> String {
            t.provisional(DaySpan(view.today, day).map { view.calendar.isProvisional($0) } ?? false)
        }
        let early: HTML =
            correction.map {
                "<li>\(t("内容不清楚的，该机关在收到之日起7个工作日内（假定今天确认，最迟\($0.chineseText)\(unsure($0))）一次性告诉您要补正什么（条例第三十条）。", "If your application is unclear, you are told what to correct within 7 working days: if it is confirmed today, by \($0.englishText)\(unsure($0)) (Art 30)."))</li>\n"
            } ?? .empty
        return """
            <ol class="steps">
            <li>\(t("该机关与您确认收到。", "The office confirms receipt with you."))</li>
            \(early)<li>\(t("假定今天确认，最迟\(due.chineseText)\(unsure(due))答复（20个工作日，条例第三十三条）。经批准可以再延长最多20个工作日，会书面告诉您。", "If it is confirmed today, the reply is due by \(due.englishText)\(unsure(due)) (20 working days, Art 33). The period can be extended once by up to 20 working days; you are told in writing."))</li>
            <li>\(t("凭登记号和查询码可以随时看进度、补正、补充材料、撤回、查收答复。", "With the number and the code you can follow it, correct it, send papers, take it back and read the reply at any time."))</li>
            </ol>
            \(clock.html)
            """
    }
}
