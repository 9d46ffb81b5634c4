import ArgumentParser
import ParallaxEvaluation
import ParallaxKit

extension Evaluate {
  /// `parallax evaluate sample`
  struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draws findings for a person to judge, blind, as a CSV sheet with a separate key.",
      discussion: """
        The sheet shows the marked words in their surroundings and an empty column for the answer: the category that
        the judge sees, or none. It does not show what Parallax took them for, nor the weight. With --show-category
        the sheet names the category and asks yes or no. Items are spread evenly over entries (or categories) and
        shuffled; the same seed draws the same sheet.

        Examples:
          parallax analyze articles/ --format jsonl > analyses.jsonl
          parallax evaluate sample analyses.jsonl -o sheet.csv --key key.csv --size 200
          parallax evaluate sample analyses.jsonl -o sheet.csv --key key.csv --by category --category hedge
        """)

    @Argument(help: "Analyses, one a line: what analyze --format jsonl, batch or pipe wrote.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: "File for the sheet.")
    var output: String

    @Option(help: "File for the key; keep it from the judge.")
    var key: String

    @Option(help: "Number of findings to draw.")
    var size = 200

    @Option(help: "What the sample is spread over: entry or category.")
    var by: FindingSample.Strata = .entry

    @Option(name: .customLong("category"), help: "Draw from this category alone. Repeatable.")
    var categories: [String] = []

    @Option(help: "Seed of the draws.")
    var seed: UInt64 = 1936

    @Flag(help: "Name the category and ask yes or no.")
    var showCategory = false

    func validate() throws {
      if size < 1 { throw ValidationError("--size must be 1 or more") }
      if output == key { throw ValidationError("the sheet and its key need files of their own") }
    }

    func run() async throws {
      try await reportingFailures {
        var sample = FindingSample()
        for input in inputs { try sample.add(Files.read(input), path: input) }
        if !categories.isEmpty { sample.keep(where: { categories.contains($0.category) }) }
        guard !sample.pool.isEmpty else { throw Failure.unusableInput("no finding to draw from") }
        let sheets = sample.sheets(.init(size: size, strata: by, seed: seed, showsCategory: showCategory))
        try Files.write(sheets.sheet, to: output)
        try Files.write(sheets.key, to: key)
        Console.line(
          "parallax: \(min(size, sample.pool.count)) of \(sample.pool.count) findings in \(output); key in \(key)"
        )
      }
    }
  }

  /// `parallax evaluate judged`
  struct Judged: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Turns a judge's answers into precision by entry and category, with Wilson intervals.",
      discussion: """
        An empty answer is left out. `precision_weighted` counts each stratum as often as it occurs in the texts;
        the row `all` counts every judged item once.

        In place of a sheet with its key, files do that readers saved from reports (“Save judgements”).

        Examples:
          parallax evaluate judged sheet.csv --key key.csv
          parallax evaluate judged judgements.json judgements-2.json
          parallax evaluate judged sheet.csv --key key.csv --format csv -o precision.csv
        """)

    @Argument(help: "The sheet with its answers, or files of judgements that reports saved.")
    var sheets: [String]

    @Option(help: "The key that was written with the sheet.")
    var key: String?

    @OptionGroup var out: OutputOptions

    func run() async throws {
      try await reportingFailures {
        let judged = try sample()
        if judged.rows.isEmpty {
          throw Failure.unusableInput("\(sheets.joined(separator: ", ")): no item has an answer yet")
        }
        try out.deliver(ResultTable(judged))
      }
    }

    private func sample() throws -> JudgedSample {
      let files = try sheets.map { (bytes: try Files.read($0), path: $0) }
      if let key {
        guard let sheet = files.first, files.count == 1 else {
          throw Failure.usage("--key belongs to one sheet; got \(files.count) files")
        }
        return try JudgedSample(
          sheet: sheet.bytes, sheetPath: sheet.path, key: Files.read(key), keyPath: key)
      }
      if let sheet = files.first(where: { !JudgedSample.isJudgements($0.bytes) }) {
        throw Failure.usage(
          "\(sheet.path): a sheet needs the key that was written with it (--key); judgements that a report saved do not"
        )
      }
      return try JudgedSample(judgements: files)
    }
  }
}
