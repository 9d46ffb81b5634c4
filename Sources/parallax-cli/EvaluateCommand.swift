import ArgumentParser
import ParallaxEvaluation
import ParallaxKit

extension SpanMatching: ExpressibleByArgument {}
extension MeasurementLevel: ExpressibleByArgument {}
extension CohenKappa.Weights: ExpressibleByArgument {}
extension FindingSample.Strata: ExpressibleByArgument {}

/// `parallax evaluate`
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores predictions against gold, measures agreement, and has findings judged.",
    discussion: """
      Examples:
        parallax evaluate --gold gold.jsonl --pred analyses.jsonl
        parallax evaluate agreement codings.csv --level ordinal
        parallax evaluate sample analyses.jsonl -o sheet.csv --key key.csv --size 200
        parallax evaluate judged sheet.csv --key key.csv
      """,
    subcommands: [Score.self, Agreement.self, Sample.self, Judged.self], defaultSubcommand: Score.self)

  /// The forms a result can take.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case json
  }

  /// Where and how a result goes out.
  struct OutputOptions: ParsableArguments {
    @Option(help: "text, csv or json.")
    var format: Format = .text

    @Option(name: .shortAndLong, help: "File to write; standard output when left out.")
    var output: String?

    func deliver(_ table: ResultTable) throws {
      let bytes =
        switch format {
        case .text: Array(table.text.utf8)
        case .csv: Array(table.csv.utf8)
        case .json: table.json
        }
      try Files.deliver(bytes, to: output)
    }
  }

  /// `parallax evaluate score`
  struct Score: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Precision, recall and F1 of spans or labels against gold, with bootstrap intervals.",
      discussion: """
        Both files are NDJSON or CSV. A record has an id and a label (or labels), or a start, an end and a category,
        or a list of spans; analyses of Parallax are read as they are. Offsets are Unicode code points. Documents
        that only one side knows are counted and said.

        Examples:
          parallax evaluate --gold gold.jsonl --pred analyses.jsonl --category hedge
          parallax evaluate score --gold labels.csv --pred guesses.csv --format json
          parallax evaluate --gold spans.csv --pred spans-b.csv --match exact --resamples 2000
        """)

    @Option(help: "Gold annotations.")
    var gold: String

    @Option(help: "Predictions.")
    var pred: String

    @Option(help: "When a span is right: overlap, exact, or characters (counted, not spans).")
    var match: SpanMatching = .overlap

    @Option(name: .customLong("category"), help: "Score this category alone. Repeatable.")
    var categories: [String] = []

    @Option(help: "Bootstrap samples over documents; 0 for no intervals.")
    var resamples = 1_000

    @Option(help: "Seed of the draws.")
    var seed: UInt64 = 1936

    @OptionGroup var out: OutputOptions

    func validate() throws {
      if !(0...100_000).contains(resamples) { throw ValidationError("--resamples must be from 0 to 100000") }
    }

    func run() async throws {
      try await reportingFailures {
        let evaluation = try Evaluation(
          gold: Annotations.read(Files.read(gold), path: gold),
          predicted: Annotations.read(Files.read(pred), path: pred),
          options: .init(matching: match, categories: Set(categories), resamples: resamples, seed: seed))
        if evaluation.rows.isEmpty {
          throw Failure.unusableInput("\(gold): no annotation of these categories")
        }
        try out.deliver(ResultTable(evaluation))
      }
    }
  }

  /// `parallax evaluate agreement`
  struct Agreement: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Krippendorff's alpha of all annotators, Cohen's kappa of every pair.",
      discussion: """
        The file is long (unit, annotator, label) or wide (unit, then a column per annotator; empty where a value is
        missing), as CSV or NDJSON.

        Examples:
          parallax evaluate agreement codings.csv
          parallax evaluate agreement ratings.csv --level ordinal --weights quadratic --format json
        """)

    @Argument(help: "Who gave which unit which value.")
    var input: String

    @Option(help: "nominal, ordinal or interval.")
    var level: MeasurementLevel = .nominal

    @Option(help: "What a disagreement weighs in kappa: none, linear or quadratic.")
    var weights: CohenKappa.Weights = .none

    @Option(help: "Bootstrap samples over units for alpha; 0 for no interval.")
    var resamples = 1_000

    @Option(help: "Seed of the draws.")
    var seed: UInt64 = 1936

    @OptionGroup var out: OutputOptions

    func validate() throws {
      if !(0...100_000).contains(resamples) { throw ValidationError("--resamples must be from 0 to 100000") }
    }

    func run() async throws {
      try await reportingFailures {
        let data = try ReliabilityData(Files.read(input), path: input)
        let alpha = try KrippendorffAlpha(data, level: level, resamples: resamples, seed: seed)
        try out.deliver(ResultTable(data, alpha: alpha, level: level, weights: weights))
      }
    }
  }
}
