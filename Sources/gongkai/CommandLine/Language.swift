import Glibc

/// The language of help and usage messages. Answers of commands are always Chinese.
enum Language: Sendable {
    case chinese
    case english

    /// The language of the person at the keyboard, by the environment.
    static var ofUser: Language {
        Language(localeNames: ["LC_ALL", "LC_MESSAGES", "LANG"].map { environmentValue($0) ?? "" })
    }

    /// The language that locale settings ask for: English when the first that names a language begins with `en`, else
    /// Chinese.
    ///
    /// `C` and `POSIX` name no language, so `LC_ALL=C.UTF-8 LANG=en_US.UTF-8` is English.
    init(localeNames: [String]) {
        let spoken = localeNames.first { name in
            !(name.isEmpty || name == "C" || name == "POSIX" || name.hasPrefix("C."))
        }
        self = spoken?.hasPrefix("en") == true ? .english : .chinese
    }
}

/// The value of an environment variable; nil when it is not set.
func environmentValue(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}
