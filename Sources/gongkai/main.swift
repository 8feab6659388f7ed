import Glibc

let arguments = Array(CommandLine.arguments.dropFirst())
guard let name = arguments.first, let command = Command.all.first(where: { $0.name == name }) else {
    exit(ExitCode.usage.rawValue)
}
exit(command.run(Array(arguments.dropFirst())).rawValue)
