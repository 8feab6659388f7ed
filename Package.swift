// swift-tools-version: 6.3
import PackageDescription

/// Warnings are errors everywhere, and an import says what it is for.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func library(_ name: String, _ dependencies: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, exclude: exclude,
        swiftSettings: house)
}

func system(_ name: String, _ pkgConfig: String, _ debian: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let package = Package(
    name: "gongkai",
    products: [
        .executable(name: "gongkai", targets: ["gongkai"]),
        // For the packages beside this one that measure and fuzz.
        .library(name: "AnnualReport", targets: ["AnnualReport"]),
        .library(name: "Database", targets: ["Database"]),
        .library(name: "DatabaseSQLite", targets: ["DatabaseSQLite"]),
        .library(name: "Disclosure", targets: ["Disclosure"]),
        .library(name: "DocumentReading", targets: ["DocumentReading"]),
        .library(name: "Ledger", targets: ["Ledger"]),
        .library(name: "ReportReading", targets: ["ReportReading"]),
        .library(name: "Search", targets: ["Search"]),
    ],
    targets: [
        // The C libraries: a module map and a shim header each.
        system("CSQLite", "sqlite3", "libsqlite3-dev"),
        system("CPostgres", "libpq", "libpq-dev"),
        system("CMicrohttpd", "libmicrohttpd", "libmicrohttpd-dev"),
        system("CXML2", "libxml-2.0", "libxml2-dev"),
        system("CZip", "libzip", "libzip-dev"),
        system("CXlsxWriter", "xlsxwriter", "libxlsxwriter-dev"),
        system("CSeccomp", "libseccomp", "libseccomp-dev"),
        system("CCrypto", "libcrypto", "libssl-dev"),
        system("CSodium", "libsodium", "libsodium-dev"),
        system("CCommonMark", "libcmark-gfm", "libcmark-gfm-dev"),
        system("CZlib", "zlib", "zlib1g-dev"),
        system("CPoppler", "poppler-glib", "libpoppler-glib-dev"),
        .systemLibrary(name: "CTerminal"),
        .target(name: "CPDFText", dependencies: ["CPoppler"]),

        // The pure core: values to values, no input or output, no Foundation.
        library("CivilTime"),
        library("Disclosure", ["CivilTime"]),
        library("AnnualReport", ["Disclosure", "CivilTime"]),
        library("Markup"),
        library("HTTPCore"),
        library("CanonicalJSON"),
        library("Search"),
        library("Database"),

        // Adapters.
        library("HTTPServer", ["HTTPCore", "CMicrohttpd"]),
        library("HTTPCompression", ["HTTPCore", "CZlib"]),
        library("PageStore", ["HTTPCore"]),
        library("ChildProgram"),
        library("MailSending", ["ChildProgram"]),
        library("DatabaseThreads", ["Database"]),
        library("DatabaseSQLite", ["Database", "DatabaseThreads", "Search", "CSQLite"]),
        library("DatabasePostgres", ["Database", "DatabaseThreads", "CPostgres"]),
        library(
            "Ledger",
            [
                "Database", "Search", "BodyMarkup", "Disclosure", "AnnualReport", "CivilTime", "CanonicalJSON",
                "CCrypto",
            ]),
        library("Vault", ["Disclosure", "CSodium"]),
        library("DocumentReading", ["CXML2", "CZip", "CPDFText", "ChildProgram"]),
        library("ReportReading", ["DocumentReading", "AnnualReport"]),
        library("BodyMarkup", ["Markup", "CCommonMark"]),
        library("DocumentWriting", ["AnnualReport", "CivilTime", "Markup", "ChildProgram", "CXlsxWriter", "CZip"]),
        library("LedgerExchange", ["Disclosure", "CivilTime", "DocumentWriting"]),
        library("ReportExchange", ["AnnualReport", "CivilTime", "Disclosure", "Markup", "CanonicalJSON"]),
        library("ReaderProcess", ["DocumentReading", "ReportReading", "ReportExchange", "AnnualReport", "CSeccomp"]),
        library(
            "Service",
            [
                "Ledger", "Vault", "Database", "Search", "Disclosure", "AnnualReport", "CivilTime", "CanonicalJSON",
                "DocumentReading", "ReportExchange",
                "ReaderProcess", "DocumentWriting", "LedgerExchange", "MailSending",
            ]),
        library(
            "Web",
            [
                "Service", "Ledger", "AnnualReport", "Disclosure", "CivilTime", "Markup", "HTTPCore", "HTTPCompression",
                "ReportExchange", "DocumentWriting", "BodyMarkup", "Search", "PageStore", "CanonicalJSON",
            ]),
        .executableTarget(
            name: "gongkai",
            dependencies: [
                "CanonicalJSON", "CivilTime", "Disclosure", "AnnualReport", "Markup", "HTTPCore", "HTTPServer",
                "Database",
                "DatabaseSQLite", "DatabasePostgres", "Ledger", "Vault", "DocumentReading", "ReportReading",
                "ReportExchange",
                "ReaderProcess", "Service", "Web", "DocumentWriting", "LedgerExchange", "MailSending", "Search",
                "CTerminal",
            ],
            swiftSettings: house),

        // Tests.
        library(
            "TestSupport",
            [
                "CivilTime", "Disclosure", "AnnualReport", "DocumentReading", "ReportReading", "Database",
                "DatabaseSQLite", "DatabasePostgres", "CZip",
            ]),
        tests("CivilTimeTests", ["CivilTime", "TestSupport"]),
        tests("DisclosureTests", ["Disclosure", "CivilTime", "TestSupport"], exclude: ["Golden"]),
        tests("AnnualReportTests", ["AnnualReport", "Disclosure", "CivilTime", "TestSupport"]),
        tests("MarkupTests", ["Markup", "TestSupport"]),
        tests("HTTPCoreTests", ["HTTPCore", "TestSupport"]),
        tests("HTTPServerTests", ["HTTPServer", "HTTPCore"]),
        tests("PageStoreTests", ["PageStore", "HTTPCore", "TestSupport"]),
        tests("HTTPCompressionTests", ["HTTPCompression", "HTTPCore"]),
        tests("ChildProgramTests", ["ChildProgram"]),
        tests("MailSendingTests", ["MailSending", "TestSupport"]),
        tests("CanonicalJSONTests", ["CanonicalJSON", "Disclosure", "TestSupport"]),
        tests("SearchTests", ["Search", "TestSupport"]),
        tests("DatabaseTests", ["Database", "DatabaseSQLite", "DatabasePostgres", "TestSupport"]),
        tests(
            "LedgerTests",
            [
                "Ledger", "Database", "DatabaseSQLite", "Search", "AnnualReport", "Disclosure", "CivilTime",
                "CanonicalJSON", "TestSupport",
            ]),
        tests("VaultTests", ["Vault", "Disclosure", "TestSupport"]),
        tests("DocumentReadingTests", ["DocumentReading", "TestSupport"], exclude: ["Fixtures"]),
        tests(
            "ReportReadingTests", ["ReportReading", "DocumentReading", "AnnualReport", "ReportExchange", "TestSupport"]),
        tests("BodyMarkupTests", ["BodyMarkup", "Markup", "TestSupport"]),
        tests(
            "DocumentWritingTests",
            ["DocumentWriting", "DocumentReading", "ReportReading", "AnnualReport", "CivilTime", "TestSupport"]),
        tests(
            "LedgerExchangeTests",
            ["LedgerExchange", "DocumentWriting", "DocumentReading", "Disclosure", "CivilTime", "TestSupport"]),
        tests("ReportExchangeTests", ["ReportExchange", "AnnualReport", "TestSupport"]),
        tests("ReaderProcessTests", ["ReaderProcess", "DocumentReading", "TestSupport"]),
        tests(
            "ServiceTests",
            [
                "Service", "Ledger", "Vault", "Database", "DatabaseSQLite", "AnnualReport", "Disclosure", "CivilTime",
                "CanonicalJSON", "DocumentReading", "DocumentWriting", "ReportReading", "ReportExchange",
                "LedgerExchange", "MailSending", "TestSupport",
            ]),
        tests(
            "WebTests",
            [
                "Web", "Service", "Ledger", "Search", "Disclosure", "CivilTime", "Database", "DatabaseSQLite",
                "HTTPCore", "HTTPCompression", "PageStore",
                "AnnualReport", "ReportExchange",
                "DocumentReading", "DocumentWriting", "ReportReading", "Markup", "TestSupport",
            ]),
        tests("CommandTests", ["HTTPCompression", "TestSupport"]),
        tests("BrowserTests", ["HTTPCore", "TestSupport"]),
        tests("StructureTests", ["TestSupport", "AnnualReport"]),
    ],
    swiftLanguageModes: [.v6]
)
