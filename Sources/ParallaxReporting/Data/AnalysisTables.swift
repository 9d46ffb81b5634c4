import ParallaxCore
import ParallaxScoring

/// The tidy tables of an analysis: one row per observation, columns in snake case.
public enum AnalysisTable: String, CaseIterable, Sendable {
  /// One row per article.
  case documents
  /// One row per paragraph.
  case paragraphs
  /// One row per finding, counted or not.
  case findings
  /// One row per unit, category and voice.
  case measures
  /// One row per target of stance.
  case targets

  /// Column names, in order.
  public var header: [String] { description.columns.map(\.name) }

  /// Adds an analysis's rows to a table.
  public func append(_ analysis: Analysis, to csv: inout CSVWriter) {
    switch self {
    case .documents: Self.document(analysis, to: &csv)
    case .paragraphs: Self.paragraphs(analysis, to: &csv)
    case .findings: Self.findings(analysis, to: &csv)
    case .measures: Self.measures(analysis, to: &csv)
    case .targets: Self.targets(analysis, to: &csv)
    }
  }

  private static func document(_ analysis: Analysis, to csv: inout CSVWriter) {
    let metadata = analysis.article.metadata
    csv.cell(analysis.article.id)
    csv.cell(metadata.source)
    csv.cell(metadata.outlet)
    csv.cell(metadata.event)
    csv.cell(metadata.url)
    csv.cell(metadata.title)
    csv.cell(metadata.byline)
    csv.cell(metadata.published)
    csv.cell(metadata.language)
    csv.cell(metadata.genre.rawValue)
    csv.cell(analysis.totalWords)
    csv.cell(analysis.voiced.segmented.sentences.count)
    csv.cell(analysis.article.paragraphs.count)
    csv.cell(analysis.words.author)
    csv.cell(analysis.words.all - analysis.words.author)
    csv.cell(analysis.framing.author?.index)
    csv.cell(analysis.framing.author?.low)
    csv.cell(analysis.framing.author?.high)
    csv.cell(analysis.framing.all?.index)
    csv.cell("\(ParallaxVersion.name) \(ParallaxVersion.current)")
    csv.cell(SHA256.hexadecimal(of: analysis.article.text))
    csv.endRow()
  }

  private static func paragraphs(_ analysis: Analysis, to csv: inout CSVWriter) {
    let index = CodePointIndex(analysis.article.text)
    for (number, paragraph) in analysis.article.paragraphs.enumerated() {
      let score = analysis.paragraphs[number]
      csv.cell(analysis.article.id)
      csv.cell(number)
      csv.cell(paragraph.role.rawValue)
      csv.cell(index.codePoint(at: paragraph.span.start))
      csv.cell(index.codePoint(at: paragraph.span.end))
      csv.cell("code_point")
      csv.cell(score.words)
      csv.cell(score.voices.author)
      csv.cell(score.framing.author)
      csv.cell(score.framing.all)
      csv.cell(analysis.article.string(paragraph.span))
      csv.endRow()
    }
  }

  private static func measures(_ analysis: Analysis, to csv: inout CSVWriter) {
    func rows(_ level: String, _ unit: String, _ measures: [CategoryMeasure]) {
      for measure in measures {
        for voice in Voice.allCases { row(level, unit, measure.category, voice.rawValue, measure[voice]) }
        row(level, unit, measure.category, "all", measure.all)
      }
    }
    func row(_ level: String, _ unit: String, _ category: Category, _ voice: String, _ cell: VoiceMeasure) {
      csv.cell(analysis.article.id)
      csv.cell(level)
      csv.cell(unit)
      csv.cell(category.name)
      csv.cell(voice)
      csv.cell(cell.count)
      csv.cell(cell.words)
      csv.cell(cell.per1000)
      csv.cell(cell.weight)
      csv.cell(cell.low)
      csv.cell(cell.high)
      csv.endRow()
    }
    rows("document", "", analysis.measures)
    for role in analysis.roleMeasures { rows("role", role.role.rawValue, role.measures) }
    for (number, score) in analysis.paragraphs.enumerated() { rows("paragraph", "\(number)", score.measures) }
  }

  private static func targets(_ analysis: Analysis, to csv: inout CSVWriter) {
    for target in analysis.targets {
      csv.cell(analysis.article.id)
      csv.cell(target.name)
      csv.cell(target.start)
      csv.cell(target.end)
      csv.cell(target.mentions.count)
      csv.cell(target.score)
      csv.cell(target.low)
      csv.cell(target.high)
      csv.cell(target.positive)
      csv.cell(target.negative)
      csv.cell(target.author)
      csv.cell(target.quoted)
      csv.endRow()
    }
  }
}
