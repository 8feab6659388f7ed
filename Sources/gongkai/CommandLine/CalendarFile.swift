import CivilTime

/// The calendar of working days as the program finds it: the official one, with a local overlay where one is named.
enum CalendarFile {
    /// Most bytes of an overlay.
    static let overlayLimit = 1_000_000

    /// Loads the calendar.
    ///
    /// - Parameter overlay: the file of the local overlay; nil for none.
    /// - Throws: `FileError` with the file at fault and every line that is wrong in it.
    static func load(overlay: String? = nil) throws(FileError) -> WorkingCalendar {
        let resources = try ResourceFolder.find()
        let official = resources.path(of: ResourceFolder.mark)
        let calendar = try parse(official, try resources.text(of: ResourceFolder.mark)) {
            text throws(CalendarError) in try WorkingCalendar(parsing: text)
        }
        guard let overlay else { return calendar }
        let text = try FileContents.text(of: overlay, limit: overlayLimit)
        return try parse(overlay, text) { text throws(CalendarError) in try calendar.overlaid(parsing: text) }
    }

    /// A whole calendar from a file of its own.
    static func load(whole path: String) throws(FileError) -> WorkingCalendar {
        try parse(path, try FileContents.text(of: path, limit: overlayLimit)) {
            text throws(CalendarError) in try WorkingCalendar(parsing: text)
        }
    }

    private static func parse(
        _ path: String, _ text: String, _ parse: (String) throws(CalendarError) -> WorkingCalendar
    ) throws(FileError) -> WorkingCalendar {
        do throws(CalendarError) {
            return try parse(text)
        } catch {
            throw FileError(path: path, message: "日历文件有误：\n\(error.message)")
        }
    }
}
