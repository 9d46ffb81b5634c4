import ParallaxKit

/// The files of a batch that grow with each input, in the order in which its journal counts them.
enum ResultFile: Int, CaseIterable, Sendable {
  /// One analysis a line.
  case analyses
  case documents
  case paragraphs
  case findings
  case measures
  case targets
  /// One input a line that could not be analyzed, as JSON.
  case errors
  /// The same as a table.
  case failures
  /// A row of the index page for each article.
  case rows

  /// Its place in the folder of the results.
  var path: String {
    switch self {
    case .analyses: "analyses.jsonl"
    case .errors: "errors.jsonl"
    case .rows: Journal.folder + "/rows.html"
    default: (table?.name ?? "") + ".csv"
    }
  }

  /// The table it holds; nil for a file that is none.
  var table: TableDescription? {
    switch self {
    case .documents: AnalysisTable.documents.description
    case .paragraphs: AnalysisTable.paragraphs.description
    case .findings: AnalysisTable.findings.description
    case .measures: AnalysisTable.measures.description
    case .targets: AnalysisTable.targets.description
    case .failures: .failures
    case .analyses, .errors, .rows: nil
    }
  }

  /// What it begins with.
  var header: [UInt8] { table.map { CSVWriter(header: $0.columns.map(\.name)).bytes } ?? [] }

  /// The files that hold tables.
  static let tables = allCases.filter { $0.table != nil }
}
