/// The little program that lays out a page: reads HTML on standard input and writes a pdf on standard output.
///
/// WeasyPrint is a library of Python; its own command would fetch whatever a page names. Here every address is refused,
/// files too, and the process limits itself before the library is loaded. Arguments: bytes of memory, seconds.
enum PrintScript {
    /// How it ends where the library is not installed.
    static let notInstalled: Int32 = 3
    /// How it ends where no typeface has Chinese characters: the text would be empty boxes.
    static let noTypeface: Int32 = 4

    static let text = """
        from ctypes import CDLL, POINTER, Structure, c_int, c_void_p, cast
        from os import nice
        from resource import RLIMIT_AS, RLIMIT_CORE, RLIMIT_CPU, RLIMIT_FSIZE, RLIM_INFINITY, getrlimit, setrlimit
        from sys import argv, exit, stdin, stdout

        def limit(kind, value):
            hard = getrlimit(kind)[1]
            value = value if hard == RLIM_INFINITY else min(value, hard)
            setrlimit(kind, (value, value))

        limit(RLIMIT_AS, int(argv[1]))
        limit(RLIMIT_CPU, int(argv[2]))
        limit(RLIMIT_FSIZE, 16 << 20)
        limit(RLIMIT_CORE, 0)
        nice(10)
        try:
            from weasyprint import HTML
        except (ImportError, OSError):
            exit(3)

        class FontSet(Structure):
            _fields_ = [("count", c_int)]

        fonts = CDLL("libfontconfig.so.1")
        for name in ("FcNameParse", "FcObjectSetBuild", "FcFontList"):
            getattr(fonts, name).restype = c_void_p
        pattern = c_void_p(fonts.FcNameParse(b":lang=zh-cn"))
        wanted = c_void_p(fonts.FcObjectSetBuild(b"family", None))
        found = cast(fonts.FcFontList(None, pattern, wanted), POINTER(FontSet))
        if not found or found.contents.count == 0:
            exit(4)

        def refuse(url, *rest, **more):
            raise ValueError("no address is fetched")

        page = stdin.buffer.read().decode("utf-8")
        stdout.buffer.write(HTML(string=page, url_fetcher=refuse).write_pdf())
        stdout.buffer.flush()

        """
}
