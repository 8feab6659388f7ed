internal import Glibc

// Bench ROOT PROGRAM SCRATCH [--quick] [--only PREFIX]
let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
    print("usage: Bench ROOT PROGRAM SCRATCH [--quick] [--only read|pdf|ledger|search|serve]")
    exit(64)
}
let setting = BenchSetting(
    root: arguments[1], program: arguments[2], scratch: arguments[3], isQuick: arguments.contains("--quick"))
let only = arguments.firstIndex(of: "--only").flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
exit(BenchRun(setting, only: only).run())
