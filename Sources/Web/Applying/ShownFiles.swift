internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The files that a page showed as uploaded, and which of them are to go, as its form says.
struct ShownFiles {
    private let files: [(number: Int, slot: ApplicationSlot, name: String)]
    /// The numbers of those that are to go.
    let removed: Set<Int>

    /// The field in which a page says which files it shows as uploaded.
    static let hadField = "had"
    static let removeField = "remove"
    private static let most = 40

    init(_ upload: Multipart) {
        removed = Set(upload.all(Self.removeField).compactMap { (try? $0.text()).flatMap { Int($0) } })
        files = upload.all(Self.hadField).prefix(Self.most).compactMap { part in
            let pieces = ((try? part.text()) ?? "").split(
                separator: ":", maxSplits: 2, omittingEmptySubsequences: false
            ).map(String.init)
            guard pieces.count == 3, let number = Int(pieces[0]), let slot = ApplicationSlot(rawValue: pieces[1]) else {
                return nil
            }
            return (number, slot, pieces[2])
        }
    }

    /// The same for the same files and the same wish.
    var fingerprint: String { "\(files.map { "\($0.number) \($0.name)" }) \(removed.sorted())" }

    /// True for a file that the page showed and that is to stay.
    func keeps(_ number: Int, _ name: String) -> Bool {
        !removed.contains(number) && files.contains { $0.number == number && $0.name == name }
    }

    /// Those that were to stay and are not among what is kept: they went with the session.
    func missing(from kept: [DraftFile]) -> [HandedInFile] {
        files.filter { one in
            !removed.contains(one.number) && !kept.contains { $0.slot == one.slot && $0.label.name == one.name }
        }.map { HandedInFile($0.slot, name: $0.name, bytes: []) }
    }

    /// What to say of them.
    func lost(from kept: [DraftFile]) -> [Finding] { missing(from: kept).map(\.forgotten) }

    /// The list of files before a field for more of them; empty where there are none.
    ///
    /// - Parameter field: the id of that field.
    static func list(_ files: [DraftFile], of field: String, _ t: Wording) -> HTML {
        guard !files.isEmpty else { return .empty }
        let items = files.map { file -> HTML in
            let id = "\(field)-remove-\(file.number)"
            return """
                <li><input type="hidden" name="\(hadField)" value="\(file.number):\(file.slot.rawValue):\(file.label.name)">\(
                    t("已上传：", "Uploaded: "))\(t.written(file.label.name))\(t("（", " ("))\(t.size(file.byteCount))\(t("）", ")")) \
                <label for="\(id)"><input type="checkbox" id="\(id)" name="\(removeField)" value="\(file.number)">\(t("去掉", "Remove"))<span class="unseen" lang="zh-CN">\(file.label.name)</span></label></li>

                """
        }
        return "<ul class=\"pick\">\n\(items)</ul>\n"
    }
}
