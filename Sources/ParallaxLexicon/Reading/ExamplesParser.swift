import ParallaxCore

/// Reads `examples.tsv`: sentences with the spans that must be found in braces, and near misses without any.
enum ExamplesParser {
  /// The examples of a table and what is wrong with it.
  ///
  /// - Complexity: O(n).
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String
  ) -> (examples: [Example], errors: [LexiconError]) {
    var table = TableReader(bytes)
    var examples: [Example] = []
    var errors: [LexiconError] = []
    func report(_ problem: String, _ remedy: String, at byte: Int) {
      errors.append(
        .line(
          LexiconPlace(path: path, line: table.line, column: table.column(of: byte)),
          text: table.string(table.lineRange), problem: problem, remedy: remedy))
    }
    guard table.advance() else { return ([], []) }
    guard table.string(table.trimmed(table.fields[0])) == "sentence" else {
      report(
        "no header", "the first line names the columns: sentence, entry, note", at: table.lineRange.lowerBound
      )
      return ([], errors)
    }
    while table.advance() {
      guard table.fields.count <= 3 else {
        report("\(table.fields.count) fields", "write sentence, entry, note", at: table.fields[3].lowerBound)
        continue
      }
      let sentence = table.trimmed(table.fields[0])
      guard !sentence.isEmpty else {
        report("no sentence", "write a sentence with its findings in braces", at: sentence.lowerBound)
        continue
      }
      do throws(PatternError) {
        var example = try unmarked(table.string(sentence))
        example.entry = table.fields.count > 1 ? table.string(table.trimmed(table.fields[1])) : ""
        if table.fields.count > 2 {
          let note = table.trimmed(table.fields[2])
          example.note = note.isEmpty ? nil : table.string(note)
        }
        example.line = table.line
        examples.append(example)
      } catch {
        report(error.problem, error.remedy, at: sentence.lowerBound + error.offset)
      }
    }
    return (examples, errors)
  }

  /// The sentence without its braces, and where they stood.
  static func unmarked(_ marked: String) throws(PatternError) -> Example {
    var text: [UInt8] = []
    var expected: [Example.Expectation] = []
    var open: (offset: Int, start: Int, bar: Int?)?
    for (offset, byte) in marked.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "{"):
        guard open == nil else {
          throw PatternError(
            offset: offset, problem: "a brace inside braces", remedy: "mark each span on its own")
        }
        open = (offset, text.count, nil)
      case UInt8(ascii: "}"):
        guard let span = open else {
          throw PatternError(
            offset: offset, problem: "a closing brace too many", remedy: "open it before the span")
        }
        let end = span.bar ?? text.count
        guard end > span.start else {
          throw PatternError(
            offset: offset, problem: "empty braces", remedy: "put the words that must be found inside")
        }
        var subcategory: String?
        if let bar = span.bar {
          subcategory = String(decoding: text[bar...], as: UTF8.self)
          text.removeSubrange(bar...)
        }
        expected.append(.init(span: TextSpan(span.start, end), subcategory: subcategory))
        open = nil
      case UInt8(ascii: "|") where open != nil && open?.bar == nil:
        open?.bar = text.count
      default:
        text.append(byte)
      }
    }
    if let open {
      throw PatternError(
        offset: open.offset, problem: "a brace that is not closed", remedy: "close it after the span")
    }
    return Example(text: String(decoding: text, as: UTF8.self), expected: expected, entry: "")
  }
}
