import ParallaxKit

/// Takes rendered analyses in order and brings them to standard output, a file or a folder.
final class AnalysisSink: @unchecked Sendable {
  // `render` reads constants only and runs on any thread; `accept` and `finish` are called from one.

  private let format: Analyze.Format
  private let output: String?
  private let json: AnalysisJSON
  private let color: Bool
  private let single: Bool
  private let voices: VoiceChoice
  private var collected: [UInt8] = []
  private var tables: [[UInt8]]
  private var count = 0

  private init(
    format: Analyze.Format, output: String?, allFindings: Bool, color: Bool, single: Bool, voices: VoiceChoice
  ) {
    self.format = format
    self.output = output
    json = AnalysisJSON(includesNotCounted: allFindings)
    self.color = color
    self.single = single
    self.voices = voices
    tables = AnalysisTable.allCases.map { CSVWriter(header: $0.header).bytes }
  }

  /// Makes a sink; for CSV with an output, makes the folder first.
  static func make(
    format: Analyze.Format, output: String?, allFindings: Bool, color: Bool, single: Bool, voices: VoiceChoice
  ) throws(Failure) -> AnalysisSink {
    if format == .csv, let output { try Files.makeFolder(output) }
    return AnalysisSink(
      format: format, output: output, allFindings: allFindings, color: color, single: single, voices: voices)
  }

  /// The bytes of one analysis: one piece, or one per table.
  func render(_ analysis: Analysis) -> [[UInt8]] {
    switch format {
    case .json, .jsonl: return [json.bytes(analysis)]
    case .text:
      return [Array(AnalysisText(color: color, authorFirst: voices == .author).render(analysis).utf8)]
    case .csv:
      return AnalysisTable.allCases.map { table in
        var csv = CSVWriter()
        table.append(analysis, to: &csv)
        return csv.bytes
      }
    }
  }

  /// Takes the next analysis.
  func accept(_ rendered: [[UInt8]]) throws(Failure) {
    count += 1
    switch format {
    case .jsonl: try emit(rendered[0] + [0x0A])
    case .text: try emit((count > 1 ? [0x0A] : []) + rendered[0])
    case .json:
      if single {
        try emit(rendered[0] + [0x0A])
      } else {
        try emit((count == 1 ? [0x5B, 0x0A] : [0x2C, 0x0A]) + rendered[0])
      }
    case .csv: for (index, rows) in rendered.enumerated() { tables[index] += rows }
    }
  }

  /// Ends the output.
  func finish() throws(Failure) {
    switch format {
    case .csv:
      for (index, table) in AnalysisTable.allCases.enumerated() {
        if let output {
          try Files.write(tables[index], to: "\(output)/\(table.rawValue).csv")
        } else if table == .findings {
          try Files.print(tables[index])
        }
      }
      return
    case .json where !single: try emit(count == 0 ? Array("[]\n".utf8) : [0x0A, 0x5D, 0x0A])
    case .json, .jsonl, .text: break
    }
    if let output, output != "-" { try Files.write(collected, to: output) }
  }

  private func emit(_ bytes: [UInt8]) throws(Failure) {
    if let output, output != "-" { collected += bytes } else { try Files.print(bytes) }
  }
}
