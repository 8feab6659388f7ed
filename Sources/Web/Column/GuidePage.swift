internal import Ledger
internal import Markup
internal import Service

/// The column 政府信息公开指南 of an office. Source: 条例 Art 12, 29-31, 33, 51.
struct GuidePage: Sendable {
    let answer: ShowColumns.Answer
    let t: Wording

    private var office: Office { answer.office }

    var content: PageContent {
        OfficeFrame(answer: answer, column: .guide, t: t).content(
            """
            <div class="bar"><h2>\(t("政府信息公开指南", "Guide to open government information"))</h2></div>
            <div class="prose">
            \(agency)\(ways)\(applying)\(remedies)</div>
            """)
    }

    private var agency: HTML {
        """
        <p class="nil"><b>\(t("本机关的办公地址、时间和联系方式还没有登记", "Address, hours and contact are not recorded yet"))</b>\(
            t("请先通过当地政府总机或者政务服务热线联系。", "Please ask the switchboard of the local government."))</p>

        """
    }

    private var ways: HTML {
        """
        <h3>\(t("一、信息的分类和查阅", "1. Categories and where to look"))</h3>
        <p>\(t(
            "本机关主动公开的信息按《政府信息公开条例》第二十条、第二十一条规定的类别编排，每件有索引号、标题、生成日期等目录内容，可以在本站查阅和下载。",
            "What this office publishes is arranged by the categories of Articles 20 and 21 and can be read and downloaded here."))</p>
        <p class="more"><a href="\(OfficeColumn.published.path(office.code))">\(OfficeColumn.published.name(t))</a></p>

        """
    }

    private var applying: HTML {
        """
        <h3>\(t("二、申请公开", "2. Applying"))</h3>
        <p>\(t(
            "没有主动公开的信息，公民、法人和其他组织可以申请。申请应当写明：申请人的姓名或者名称、身份证明、联系方式；信息的名称、文号或者便于查询的其他特征；要求的形式和途径。",
            "Anyone may apply for what is not published: name, proof of identity and contact; the name, number or other "
                + "features of the information; the form of supply."))</p>
        <p>\(t(
            "能够当场答复的当场答复；不能的，自收到申请之日起20个工作日内答复；需要延长的，经批准最多延长20个工作日，并告知申请人。",
            "The office answers at once or within 20 working days; it may extend this once by up to 20 working days and says so."))</p>

        """
    }

    private var remedies: HTML {
        """
        <h3>\(t("三、监督和救济", "3. Supervision and remedies"))</h3>
        <p>\(t(
            "认为本机关没有依法公开信息的，可以向上一级机关或者政府信息公开工作主管部门投诉、举报；认为具体行为侵犯合法权益的，可以依法申请行政复议或者提起行政诉讼。",
            "Complaints go to the office above or the authority in charge; administrative review and litigation are open as the law says."))</p>

        """
    }
}
