internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup

/// What stands beside the form: which day counts as that of receipt, the period counted once for today, what comes after.
struct ApplyNotes {
    let office: Office
    /// Where the office takes applications, by its guide; nil where none is recorded.
    let unit: DisclosureUnit?
    let calendar: WorkingCalendar
    let today: Day
    let t: Wording

    var html: HTML {
        """
        <div class="note">
        <h2>\(t("哪天算“收到申请”", "Which day counts"))</h2>
        <p>\(t("答复期限从收到申请之日的次日算起。收到之日因提交方式而不同（条例第三十一条）：", "The period starts the day after receipt. Which day that is depends on how you apply (Regulation on Open Government Information, Art 31):"))</p>
        <table class="tbl tight">
        <caption class="unseen">\(t("各种提交方式的收到之日", "The day of receipt for each way of applying"))</caption>
        <thead><tr><th scope="col">\(t("提交方式", "Way"))</th><th scope="col">\(t("收到之日", "Day of receipt"))</th></tr></thead>
        <tbody>
        <tr><th scope="row">\(t("当面提交", "In person"))</th><td>\(t("提交当天", "That day"))</td></tr>
        <tr><th scope="row">\(t("挂号信、特快", "Registered post"))</th><td>\(t("机关签收当天", "The day the office signs for it"))</td></tr>
        <tr><th scope="row">\(t("平信", "Plain letter"))</th><td>\(t("与您确认当天", "The day it is confirmed with you"))</td></tr>
        <tr><th scope="row"><b>\(t("本网站", "This site"))</b>\(t("、传真", ", fax"))</th><td><b>\(t("双方确认当天", "The day both sides confirm"))</b></td></tr>
        </tbody>
        </table>
        </div>
        \(reckoning)\(OfficeContact(office: office, unit: unit, t: t).note(
                t("当面、邮寄或者打电话", "In person, by post, by telephone")))<div class="note">
        <h2>\(t("提交以后", "Afterwards"))</h2>
        <p>\(t("您会得到登记号和查询码，凭这两样查进度、补正、查收答复，不用注册。", "You get a number and a code to follow the application with. No account is needed."))</p>
        <p><a href="/requests/track">\(t("查询已经提交的申请", "Follow an application"))</a></p>
        <p>\(t("也可以当面提交或者邮寄，效力相同。阅读或者书写有困难的，可以请工作人员代填。", "You can also hand it in or post it, with the same effect. The office helps those who have difficulty reading or writing."))</p>
        </div>

        """
    }

    private var reckoning: HTML {
        guard let period = try? ReplyClock(received: today).reckon(by: calendar) else { return .empty }
        let view = ClockView(
            period: period, calendar: calendar, today: today,
            caption: t("假定今天确认收到，逐日计算", "Counted as if confirmed today"), t: t)
        return """
            <div class="note">
            <h2>\(t("按今天确认收到算一遍", "Counted from today"))</h2>
            \(view.html)<p>\(t("需要您补正、征求第三方意见或者延期时，日期会变，我们会书面告诉您新的日期和算法。", "If a correction, a consultation or an extension changes the day, you are told in writing."))</p>
            </div>

            """
    }
}
