extension OutputFile {
    /// Writes an answer to the file of `--output`, in place of what stands there, or to standard output; says on standard
    /// error why it cannot.
    ///
    /// - Parameter isBinary: true for what no terminal can show.
    static func write(_ bytes: [UInt8], _ arguments: Arguments, _ command: String, isBinary: Bool = false) -> Bool {
        guard let path = arguments.value("--output") else {
            if isBinary, StandardStream.output.isTerminal {
                StandardStream.complain(command, "这种格式不能显示在终端，请用 -o FILE 写入文件。")
                return false
            }
            return StandardStream.output.write(bytes)
        }
        do throws(FileError) {
            try write(bytes, to: path, overwrites: true)
            return true
        } catch {
            StandardStream.complain(command, about: error.path, error.message)
            return false
        }
    }
}
