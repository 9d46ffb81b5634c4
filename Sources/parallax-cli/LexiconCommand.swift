import ArgumentParser
import ParallaxKit

/// `parallax lexicon`
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Lists, shows, checks, tests, compares, imports and exports lexicons.",
    discussion: """
      Examples:
        parallax lexicon list
        parallax lexicon show hedge
        parallax lexicon show loaded --search regime
        parallax lexicon lint my-lexicon/
        parallax lexicon test
        parallax lexicon diff built-in my-lexicon/ --corpus articles/
        parallax lexicon coverage articles/
        parallax lexicon import moral.dic -o lexicons/moral
        parallax lexicon export hedge --format quanteda -o hedge.yml
      """,
    subcommands: [
      List.self, Show.self, Lint.self, Test.self, Diff.self, Coverage.self, Import.self, Export.self,
      Compile.self,
    ])

  /// `parallax lexicon list`
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists lexicons with their versions and sizes.")

    @Option(name: .customLong("lexicon"), help: "A lexicon folder or file to add. Repeatable.")
    var lexicons: [String] = []

    func run() async throws {
      try await reportingFailures {
        var lines = ["name\tversion\tlanguage\tentries\tlicense\tsha256\ttitle"]
        for lexicon in try Session.lexicons(adding: lexicons).sorted(by: { $0.info.name < $1.info.name }) {
          let info = lexicon.info
          lines.append(
            [
              info.name, info.version, info.language, "\(info.entries)", info.license,
              String(info.sha256.prefix(12)), info.title,
            ].joined(separator: "\t"))
        }
        try Files.print(Array((lines.joined(separator: "\n") + "\n").utf8))
      }
    }
  }

  /// `parallax lexicon show`
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows the entries of a lexicon as tab-separated text.")

    @Argument(help: "Name of a lexicon; see `parallax lexicon list`.")
    var name: String

    @Option(help: "Only entries whose form or note holds this text.")
    var search: String?

    @Option(name: .customLong("lexicon"), help: "A lexicon folder or file to add. Repeatable.")
    var lexicons: [String] = []

    func run() async throws {
      try await reportingFailures {
        let all = try Session.lexicons(adding: lexicons)
        guard let lexicon = all.first(where: { $0.info.name == name }) else {
          let known = all.map(\.info.name).sorted().joined(separator: ", ")
          throw Failure.usage("no lexicon called “\(name)”; known are \(known)")
        }
        var lines = ["entry\tform\tcategory\tsubcategory\tweight\tpolarity\tneutral\tsource\tnote"]
        for entry in lexicon.entries {
          let info = entry.info
          if let search, !info.form.contains(search), !(info.note ?? "").contains(search) { continue }
          lines.append(
            [
              info.id, info.form, info.category.name, info.subcategory, "\(info.weight)",
              info.polarity.rawValue,
              info.neutral ?? "", info.source ?? "", info.note ?? "",
            ].joined(separator: "\t"))
        }
        try Files.print(Array((lines.joined(separator: "\n") + "\n").utf8))
      }
    }
  }
}
