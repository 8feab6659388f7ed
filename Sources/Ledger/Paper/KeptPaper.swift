public import Disclosure

/// A paper as it is kept: its text and what is known of its files, without their bytes.
public struct KeptPaper: Sendable, Hashable {
    /// A file of a paper.
    public struct File: Sendable, Hashable {
        /// The paper.
        public let paper: PaperReference
        /// Its place among the files, from 1.
        public let position: Int
        /// Its name, with its ending.
        public let name: String
        /// What kind of file it is, in lower case (`docx`, `pdf` …).
        public let format: String
        /// How many bytes it has.
        public let byteCount: Int
        /// The SHA-256 of its bytes.
        public let digest: Digest
        /// Why nothing, or not all, of it could be read for the search.
        public let remark: String?
        /// True where something was read of it.
        public let hasText: Bool
    }

    /// Its name.
    public let reference: PaperReference
    /// When it was kept first.
    public let madeAt: Moment
    /// The text in the small markup of bodies; may be empty where there are files.
    public let text: String
    /// The files, in order.
    public let files: [File]
}
