import ArgumentParser
import ParallaxKit

extension LexiconCommand {
  /// `parallax lexicon diff`
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what differs between two lexicons, and on articles which findings change.",
      discussion: """
        Prints one change a line, with tabs between: + (new), - (gone) or ~ (changed), the lexicon, the form
        and what there is to say. With --corpus the findings that appear, vanish or change their weight
        follow: the sign, the article, the words, the category, the entry, the weight before and after.
        OLD and NEW are folders or entries files; built-in stands for the lexicons in the program.

        Examples:
          parallax lexicon diff built-in my-lexicon/
          parallax lexicon diff hedge-1.0/ hedge-1.1/ --corpus articles/
        """)

    @Argument(help: "The lexicons before: a folder, an entries file, or built-in.")
    var old: String

    @Argument(help: "The lexicons after.")
    var new: String

    @Option(
      parsing: .upToNextOption,
      help: "Articles to find with both: files, folders, globs, NDJSON of records.")
    var corpus: [String] = []

    func run() async throws {
      try await reportingFailures {
        var before = try Self.lexicons(old)
        let after = try Self.lexicons(new)
        if old == "built-in" {
          // A lexicon that the other side does not name is not one that is gone.
          let names = Set(after.map(\.info.name))
          before.removeAll { !names.contains($0.info.name) }
        }
        let changes = LexiconDiff.changes(from: before, to: after)
        try Files.print(Array(changes.map { "\($0)\n" }.joined().utf8))
        Console.line("parallax: \(Self.summary(changes))")
        if !corpus.isEmpty { try compareFindings(before, after) }
      }
    }

    private static func lexicons(_ path: String) throws -> [Lexicon] {
      path == "built-in" ? try BuiltInLexicons.load() : try LexiconFolder.load(path)
    }

    private static func summary(_ changes: [LexiconDiff.Change]) -> String {
      var (added, removed, changed) = (0, 0, 0)
      for change in changes {
        switch change.kind {
        case .added: added += 1
        case .removed: removed += 1
        case .changed: changed += 1
        }
      }
      return "\(added) entries new, \(removed) gone, \(changed) changed"
    }

    private func compareFindings(_ before: [Lexicon], _ after: [Lexicon]) throws {
      let first = try Analyzer(lexicons: before)
      let second = try Analyzer(lexicons: after)
      let loader = InputLoader(favor: nil)
      var source = WorkSource(try InputFile.collect(corpus), maxRecord: 20_000_000)
      var counts: [Character: Int] = [:]
      var failed = false
      while let item = source.next() {
        switch loader.load(item) {
        case .failure(let failure):
          Console.error(failure.message)
          failed = true
        case .success(let article):
          let changes = FindingDiff.changes(from: first.analyze(article), to: second.analyze(article))
          for change in changes { counts[change.sign, default: 0] += 1 }
          try Files.print(Array(changes.map { Self.line($0, article.id) }.joined().utf8))
        }
      }
      Console.line(
        "parallax: \(counts["+"] ?? 0) findings appear, \(counts["-"] ?? 0) vanish, \(counts["~"] ?? 0) change their weight"
      )
      if failed { throw ExitCode(2) }
    }

    private static func line(_ change: FindingDiff.Change, _ article: String) -> String {
      let words = change.text.map { $0.isWhitespace ? " " : String($0) }.joined()
      let before = (1_000 * change.before).rounded() / 1_000
      let after = (1_000 * change.after).rounded() / 1_000
      return "\(change.sign)\t\(article)\t\(words)\t\(change.kind)\t\(change.entry)\t\(before)\t\(after)\n"
    }
  }
}
