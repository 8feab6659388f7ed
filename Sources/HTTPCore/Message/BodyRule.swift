/// How much of a body an address keeps.
public struct BodyRule: Sendable, Hashable {
    /// The most that is kept, in bytes.
    public var bytes: Int
    /// Which files of a form are kept; nil where a body over `bytes` is refused whole.
    public var files: FileRule?

    /// A rule; without `files` for bodies that are taken whole or not at all.
    public init(bytes: Int, files: FileRule? = nil) {
        self.bytes = bytes
        self.files = files
    }

    /// Which files of a form with files (`multipart/form-data`) are kept.
    ///
    /// A file beyond it is thrown away while it comes, and the rest of the form is read on: so that a page can name the
    /// file and show everything that was written again, where a refusal of the whole body would lose it.
    public struct FileRule: Sendable, Hashable {
        /// The largest file that is kept, in bytes.
        public var fileBytes: Int
        /// How many bytes the files that are kept have together.
        public var filesBytes: Int

        /// A rule.
        public init(fileBytes: Int, filesBytes: Int) {
            self.fileBytes = fileBytes
            self.filesBytes = filesBytes
        }
    }
}
