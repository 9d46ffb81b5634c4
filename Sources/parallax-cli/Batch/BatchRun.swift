import ArgumentParser
import ParallaxKit

/// The files that a batch makes of its results when all inputs are done.
enum BatchFiles {
  static let index = "index.html"
  static let package = "datapackage.json"
  static let database = "analyses.sqlite"
  static let made = [index, package, database]
}

/// One run of a batch: inputs in, a folder of results out.
struct BatchRun: Sendable {
  let session: Session
  let output: String
  let wantsReports: Bool
  let isWatched: Bool
  /// Inputs whose results are stored.
  let known: KnownInputs
  let index: BatchIndex
  let categories: [Category]

  /// What the work on one input gave.
  enum Outcome: Sendable {
    /// It was analyzed before.
    case known(ContentKey)
    /// What is to be added to each file.
    case analyzed(ContentKey, pieces: [[UInt8]], summary: BatchSummary, more: Extra)
    case failed(InputFailure)
  }

  /// What some runs need beside.
  struct Extra: Sendable {
    var report: [UInt8]?
    /// The analysis, where limits are set.
    var watched: Analysis?
  }

  init(session: Session, output: String, wantsReports: Bool, isWatched: Bool, known: KnownInputs) {
    self.session = session
    self.output = output
    self.wantsReports = wantsReports
    self.isWatched = isWatched
    self.known = known
    categories = Self.categories(session.analyzer)
    index = BatchIndex(categories: categories)
  }

  /// What results depend on beside the inputs: version, lexicons, settings.
  static func identity(_ session: Session, wantsReports: Bool) -> String {
    let analyzer = session.analyzer
    var parts = [ParallaxVersion.current, wantsReports ? "reports" : "no reports"]
    parts += analyzer.lexicons.flatMap { [$0.name, $0.version, $0.sha256] }
    for settings in [analyzer.options.matching.only, analyzer.options.matching.suppressed] {
      parts += ["\(settings.count)"] + settings.sorted()
    }
    parts += ["\(session.loader.favor)", analyzer.options.defaultLanguage]
    return "\(ContentKey(parts.map { Array($0.utf8) }))"
  }

  /// The categories an analysis can have, but frames, in order of their names.
  private static func categories(_ analyzer: Analyzer) -> [Category] {
    Set(analyzer.kinds.map { $0.prefix { $0 != "." } }.map(String.init)).map { Category($0) }
      .filter { $0.name != "frame" }.sorted()
  }

  /// The work on one input; called from any thread.
  func work(_ item: WorkItem) -> Outcome {
    switch session.loader.prepare(item) {
    case .failure(let failure): return .failed(failure)
    case .success(let input):
      if known.contains(input.key), !wantsReports || hasReport(input.key) { return .known(input.key) }
      switch input.load() {
      case .failure(let failure): return .failed(failure)
      case .success(let article): return outcome(input.key, session.analyzer.analyze(article))
      }
    }
  }

  private func outcome(_ key: ContentKey, _ analysis: Analysis) -> Outcome {
    let row = BatchRow(analysis, report: wantsReports ? Self.reportPath(key) : nil)
    let pieces = ResultFile.allCases.map { file -> [UInt8] in
      switch file {
      case .analyses: return AnalysisJSON().bytes(analysis) + [0x0A]
      case .rows: return index.row(row)
      case .errors, .failures: return []
      case .documents, .paragraphs, .findings, .measures, .targets:
        guard let table = AnalysisTable(rawValue: file.table?.name ?? "") else { return [] }
        var csv = CSVWriter()
        table.append(analysis, to: &csv)
        return csv.bytes
      }
    }
    return .analyzed(
      key, pieces: pieces, summary: row.summary(categories),
      more: Extra(
        report: wantsReports ? ArticleReport.html(analysis) : nil, watched: isWatched ? analysis : nil))
  }

  /// What a failure adds to each file.
  static func pieces(_ failure: InputFailure) -> [[UInt8]] {
    ResultFile.allCases.map { file in
      switch file {
      case .errors: return failure.json(withSource: true)
      case .failures:
        var csv = CSVWriter()
        csv.cell(failure.id)
        csv.cell(failure.source)
        csv.cell(failure.line)
        csv.cell(failure.record)
        csv.cell("load")
        csv.cell(failure.code)
        csv.cell(failure.message)
        csv.endRow()
        return csv.bytes
      default: return []
      }
    }
  }

  /// A report is named after its input's key: that says nothing of the path, and stays when inputs are added.
  static func reportPath(_ key: ContentKey) -> String { "reports/\("\(key)".prefix(16)).html" }

  private func hasReport(_ key: ContentKey) -> Bool {
    var isFolder = false
    return Files.exists("\(output)/\(Self.reportPath(key))", isFolder: &isFolder)
  }
}

extension BatchRun {
  /// Writes the pages of the index around the rows, which are read a megabyte at a time.
  ///
  /// - Parameter starts: Where each page's rows begin, and where the last one's end.
  func writeIndex(_ totals: BatchTotals, failed: [BatchRow], starts: [Int]) throws(Failure) {
    let links =
      ResultFile.tables.compactMap(\.table).map { (file: $0.name + ".csv", contents: $0.summary) } + [
        (file: BatchFiles.package, contents: "What each column of the tables holds."),
        (file: BatchFiles.database, contents: "The tables as an SQLite database, for parallax query."),
        (file: ResultFile.analyses.path, contents: "One analysis a line, as JSON."),
        (file: ResultFile.errors.path, contents: "One input a line that could not be analyzed, as JSON."),
      ]
    let count = max(starts.count - 1, 1)
    for number in 1...count {
      let (head, tail) = index.page(totals, failed: failed, number: number, of: count, links: links)
      let file = output + "/" + BatchIndex.fileName(number)
      let sink = try FileSink(appending: file + ".new")
      try sink.cut(to: 0)
      try sink.write(head)
      if starts.count > 1 {
        try FileRange.forEach(output + "/" + ResultFile.rows.path, starts[number - 1]..<starts[number]) {
          (bytes) throws(Failure) in try sink.write(bytes)
        }
      }
      try sink.write(tail)
      try Files.replace(file, with: file + ".new")
    }
    // Pages of a longer list that stood here before.
    var number = count + 1
    while Files.remove(output + "/" + BatchIndex.fileName(number)) { number += 1 }
  }
}
