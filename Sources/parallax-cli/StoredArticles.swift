import ParallaxKit

/// The articles of a batch's folder that cover one event, measured again from what was stored of them.
struct StoredArticles {
  /// Their analyses, in the order of the batch.
  private(set) var analyses: [Analysis] = []
  /// What does not come to the same as when it was stored, for the readers of a comparison.
  private(set) var warnings: [String] = []

  /// Reads a folder.
  ///
  /// Lines of other events are passed over without being read as JSON.
  init(folder: String, event: String, analyzer: Analyzer) throws {
    let path = folder + "/" + ResultFile.analyses.path
    var json = JSONWriter(capacity: 64)
    json.object { $0.field("event", event) }
    let wanted = Array(json.bytes.dropFirst().dropLast())
    var reader = LineReader(try FileSource(path: path), limit: .max)
    while let line = reader.next() {
      guard case .line(let bytes, let number) = line else {
        throw Failure.unusableInput("\(path): cannot be read to its end")
      }
      guard Self.holds(bytes, wanted) else { continue }
      let stored: JSONValue
      do throws(JSONError) { stored = try JSONParser.parse(bytes) } catch {
        throw Failure.unusableInput("\(path):\(number): \(error.message)")
      }
      guard stored["document"]?["event"]?.string == event else { continue }
      guard let article = AnalysisJSON.article(stored) else {
        throw Failure.unusableInput("\(path):\(number): is not an analysis of this version")
      }
      let analysis = analyzer.analyze(article)
      analyses.append(analysis)
      if !Self.agrees(analysis, stored) {
        warnings.append(
          "“\(article.metadata.title ?? article.id)” was measured again from its stored text, with other results "
            + "than the batch had: its markup is not stored, or lexicons or settings have changed.")
      }
    }
    guard !analyses.isEmpty else {
      throw Failure.unusableInput(
        "\(path): no article on the event “\(event)”; parallax query \(folder) --sql 'SELECT DISTINCT event_id FROM documents' lists them"
      )
    }
  }

  /// Whether a line holds these bytes, by Horspool's search.
  private static func holds(_ line: [UInt8], _ wanted: [UInt8]) -> Bool {
    let last = wanted.count - 1
    var steps = [Int](repeating: wanted.count, count: 256)
    for (place, byte) in wanted.dropLast().enumerated() { steps[Int(byte)] = last - place }
    return line.withUnsafeBufferPointer { line in
      var end = last
      while end < line.count {
        var back = 0
        while back <= last, line[end - back] == wanted[last - back] { back += 1 }
        if back > last { return true }
        end += steps[Int(line[end])]
      }
      return false
    }
  }

  /// Whether an analysis has the numbers of the stored one.
  private static func agrees(_ analysis: Analysis, _ stored: JSONValue) -> Bool {
    guard let again = try? JSONParser.parse(AnalysisJSON().bytes(analysis)) else { return false }
    return again["measures"] == stored["measures"] && again["framing"] == stored["framing"]
  }
}
