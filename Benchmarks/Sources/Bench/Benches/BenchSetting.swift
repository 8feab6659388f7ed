/// What every benchmark needs to know.
struct BenchSetting {
    /// The folder of the repository.
    let root: String
    /// The program, a release build.
    let program: String
    /// A folder for files made on the way.
    let scratch: String
    /// True for a run that only shows that everything works: fewer rounds, figures worth little.
    let isQuick: Bool
}
