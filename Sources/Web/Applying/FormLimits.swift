internal import HTTPCore
internal import Service

extension MultipartLimits {
    /// What a form with files may hold.
    ///
    /// It has few fields, but somebody may choose a whole folder of files, or one whose name is as long as any system allows (255
    /// characters, some nine bytes each where a browser encodes them): they are named then, and nothing written is lost.
    static func form(parts: Int = 1_000, partBytes: Int) -> MultipartLimits {
        MultipartLimits(parts: parts, headerBytes: 8_192, partBytes: partBytes, fileNameBytes: 4_096)
    }

    /// What a form of an applicant may hold.
    static func form(_ limits: ApplicationLimits) -> MultipartLimits { form(partBytes: limits.formBytes) }
}
