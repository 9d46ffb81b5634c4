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
  private var names = AnnotationFileNames()
  /// For brat: what may be annotated.
  private let configuration: [UInt8]

  private init(
    format: Analyze.Format, output: String?, allFindings: Bool, color: Bool, single: Bool,
    voices: VoiceChoice,
    kinds: [String]
  ) {
    self.format = format
    self.output = output
    json = AnalysisJSON(includesNotCounted: allFindings)
    self.color = color
    self.single = single
    self.voices = voices
    configuration = BratStandoff.configuration(kinds: kinds)
    tables = AnalysisTable.allCases.map { CSVWriter(header: $0.header).bytes }
  }

  /// Makes a sink; for CSV with an output, makes the folder first.
  static func make(
    format: Analyze.Format, output: String?, allFindings: Bool, color: Bool, single: Bool,
    voices: VoiceChoice,
    kinds: [String] = []
  ) throws(Failure) -> AnalysisSink {
    if format == .csv, let output { try Files.makeFolder(output) }
    if format.annotation != nil {
      if let output { try Files.makeFolder(output) } else { try needsFolder(format, single) }
    }
    return AnalysisSink(
      format: format, output: output, allFindings: allFindings, color: color, single: single, voices: voices,
      kinds: kinds)
  }

  /// Several files of a format that cannot share one stream need a folder.
  private static func needsFolder(_ format: Analyze.Format, _ single: Bool) throws(Failure) {
    if format == .brat || (format == .webanno && !single) {
      throw .usage("--format \(format.rawValue) writes several files; name a folder with -o")
    }
  }

  /// The bytes of one analysis: one piece, or one per table.
  func render(_ analysis: Analysis) -> [[UInt8]] {
    switch format {
    case .w3c, .brat, .webanno:
      let files = format.annotation?.files(analysis) ?? []
      return [Array(analysis.article.id.utf8)] + files.flatMap { [Array($0.fileExtension.utf8), $0.bytes] }
    case .sarif, .github: return []
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
    if format.annotation != nil {
      try acceptAnnotations(rendered)
      return
    }
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
    case .w3c, .brat, .webanno, .sarif, .github: break
    }
  }

  /// Takes the files of the next article: its identifier, then ending and bytes of each.
  private func acceptAnnotations(_ rendered: [[UInt8]]) throws(Failure) {
    guard let output else {
      if format == .webanno && count > 1 { try Self.needsFolder(format, false) }
      let separator: [UInt8] = single || format != .w3c ? [] : count == 1 ? [0x5B, 0x0A] : [0x2C, 0x0A]
      try emit(separator + rendered[2] + (single && format == .w3c ? [0x0A] : []))
      return
    }
    let name = names.next(for: String(decoding: rendered[0], as: UTF8.self))
    for place in stride(from: 1, to: rendered.count - 1, by: 2) {
      let ending = String(decoding: rendered[place], as: UTF8.self)
      try Files.write(rendered[place + 1], to: "\(output)/\(name).\(ending)")
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
    case .brat:
      if let output { try Files.write(configuration, to: output + "/annotation.conf") }
      return
    case .webanno: return
    case .w3c where output != nil || single: return
    case .json where !single, .w3c: try emit(count == 0 ? Array("[]\n".utf8) : [0x0A, 0x5D, 0x0A])
    case .json, .jsonl, .text, .sarif, .github: break
    }
    if let output, output != "-" { try Files.write(collected, to: output) }
  }

  private func emit(_ bytes: [UInt8]) throws(Failure) {
    if let output, output != "-" { collected += bytes } else { try Files.print(bytes) }
  }
}
