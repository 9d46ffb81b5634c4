import ParallaxCore

/// Splits Markdown into paragraphs: headings, lists, block quotations, code and rules are understood; links
/// and emphasis become marks, other inline syntax stays in the text.
///
/// - SeeAlso: CommonMark 0.31, the block structure.
struct Markdown {
  private var passages: [Passage] = []
  private var draft = Draft()
  private var isFenced = false
  private let limit: Int

  /// A paragraph under way.
  private struct Draft {
    var role: Role = .body
    var level: Int?
    var text: [UInt8] = []
  }

  private init(limit: Int) { self.limit = limit }

  /// Paragraphs with white space folded, in order; nil when there are more than the limit.
  ///
  /// - Parameter text: Valid UTF-8.
  /// - Parameter limit: Most paragraphs allowed.
  /// - Complexity: O(n).
  static func paragraphs(_ text: [UInt8], limit: Int) -> [Passage]? {
    var reader = Markdown(limit: limit)
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    // Front matter between two rules at the start is data about the text.
    if let first = lines.first, isRule(first, of: 0x2D), first.count < 5,
      let end = lines.dropFirst().prefix(200).firstIndex(where: { isRule($0, of: 0x2D) })
    {
      lines = lines[(end + 1)...]
    }
    for line in lines {
      reader.read(line)
      if reader.passages.count > limit { return nil }
    }
    reader.flush()
    return reader.passages
  }

  // MARK: Lines

  private mutating func read(_ whole: ArraySlice<UInt8>) {
    var line = Self.trimmed(whole)
    if line.starts(with: Array("```".utf8)) || line.starts(with: Array("~~~".utf8)) {
      flush()
      isFenced.toggle()
      return
    }
    if isFenced { return append(line, as: .body) }
    guard !line.isEmpty else { return flush() }
    if let level = underline(line) {
      draft.role = .subhead
      draft.level = level
      return flush()
    }
    if Self.isRule(line, of: 0x2D) || Self.isRule(line, of: 0x2A) || Self.isRule(line, of: 0x5F) {
      return flush()
    }
    if line.first == 0x3E {
      while line.first == 0x3E { line = Self.trimmed(line.dropFirst()) }
      return line.isEmpty ? flush() : append(line, as: .excerpt)
    }
    let hashes = line.prefix { $0 == 0x23 }.count
    if (1...6).contains(hashes), line.dropFirst(hashes).first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true {
      flush()
      draft = Draft(role: .subhead, level: hashes)
      draft.text = Array(
        Self.trimmed(line.dropFirst(hashes)).reversed().drop { $0 == 0x23 || $0 == 0x20 }.reversed())
      return flush()
    }
    if let item = Self.listItem(line) {
      flush()
      return append(item, as: .listItem)
    }
    append(line, as: draft.text.isEmpty ? .body : draft.role)
  }

  private mutating func append(_ line: ArraySlice<UInt8>, as role: Role) {
    if draft.role != role && !draft.text.isEmpty { flush() }
    draft.role = role
    draft.text.append(0x20)
    draft.text.append(contentsOf: line)
  }

  private mutating func flush() {
    let finished = draft
    draft = Draft()
    let (text, marks) = MarkdownInline.read(finished.text)
    guard !text.isEmpty else { return }
    let isHeadline = finished.level == 1 && !passages.contains { $0.role == .body || $0.role == .headline }
    passages.append(
      Passage(text: text, role: isHeadline ? .headline : finished.role, level: finished.level, marks: marks))
  }

  /// The level of a heading that the line underlines, nil for other lines.
  private func underline(_ line: ArraySlice<UInt8>) -> Int? {
    guard draft.role == .body, !draft.text.isEmpty, line.count >= 2 else { return nil }
    if line.allSatisfy({ $0 == 0x3D }) { return 1 }
    return line.allSatisfy { $0 == 0x2D } ? 2 : nil
  }

  private static func isRule(_ line: ArraySlice<UInt8>, of mark: UInt8) -> Bool {
    let marks = line.count { $0 == mark }
    return marks >= 3 && line.allSatisfy { $0 == mark || $0 == 0x20 || $0 == 0x0D }
  }

  private static func listItem(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = line.first else { return nil }
    if first == 0x2D || first == 0x2A || first == 0x2B {
      return line.dropFirst().first == 0x20 ? trimmed(line.dropFirst(2)) : nil
    }
    let digits = line.prefix { $0 &- 0x30 < 10 }.count
    let rest = line.dropFirst(digits)
    guard (1...9).contains(digits), rest.first == 0x2E || rest.first == 0x29, rest.dropFirst().first == 0x20
    else {
      return nil
    }
    return trimmed(rest.dropFirst(2))
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line.removeLast() }
    return line
  }
}

/// Links and emphasis inside a paragraph of Markdown.
enum MarkdownInline {
  /// The text without the syntax of links, images and emphasis, white space folded, and marks for what it
  /// said.
  ///
  /// - Complexity: O(n).
  static func read(_ source: [UInt8]) -> (text: [UInt8], marks: [InlineMark]) {
    var folded: [UInt8] = []
    source.withUnsafeBufferPointer { WhiteSpace.appendFolded($0, to: &folded) }
    var text: [UInt8] = []
    var marks: [InlineMark] = []
    var linkStarts: [Int] = []
    var emphasis: (mark: UInt8, start: Int)?
    var at = 0
    while at < folded.count {
      let byte = folded[at]
      if byte == 0x21, at + 1 < folded.count, folded[at + 1] == 0x5B, let end = target(folded, after: at + 2)
      {
        at = end
      } else if byte == 0x5B, target(folded, after: at + 1) != nil {
        linkStarts.append(text.count)
        at += 1
      } else if byte == 0x5D, let start = linkStarts.last, let end = targetEnd(folded, at + 1) {
        linkStarts.removeLast()
        if text.count > start { marks.append(InlineMark(kind: .link, span: TextSpan(start, text.count))) }
        at = end
      } else if byte == 0x2A || byte == 0x5F, let length = delimiter(folded, at, isOpen: emphasis != nil) {
        if let open = emphasis, open.mark == byte {
          if text.count > open.start {
            marks.append(InlineMark(kind: .emphasis, span: TextSpan(open.start, text.count)))
          }
          emphasis = nil
        } else if emphasis == nil {
          emphasis = (byte, text.count)
        }
        at += length
      } else {
        // What was dropped may leave blanks on both its sides.
        if byte != 0x20 || !text.isEmpty && text.last != 0x20 { text.append(byte) }
        at += 1
      }
    }
    // A dropped image can leave a blank at the end.
    while text.last == 0x20 { text.removeLast() }
    let marked = marks.filter { $0.span.end <= text.count && !$0.span.isEmpty }.sorted { $0.span < $1.span }
    return (text, marked)
  }

  /// Where `](…)` ends that closes a bracket opened before `start`, looking no further than 500 bytes.
  private static func target(_ text: [UInt8], after start: Int) -> Int? {
    let reach = min(text.count, start + 500)
    guard start < reach, let close = text[start..<reach].firstIndex(of: 0x5D) else { return nil }
    return targetEnd(text, close + 1)
  }

  /// Behind the parenthesis that opens at `start` and holds a link's target.
  private static func targetEnd(_ text: [UInt8], _ start: Int) -> Int? {
    let reach = min(text.count, start + 2_000)
    guard start < reach, text[start] == 0x28, let close = text[start..<reach].firstIndex(of: 0x29) else {
      return nil
    }
    return close + 1
  }

  /// Length of a run of emphasis marks at a word's edge, nil where the mark is only a character.
  private static func delimiter(_ text: [UInt8], _ at: Int, isOpen: Bool) -> Int? {
    var end = at
    while end < text.count && end < at + 3 && text[end] == text[at] { end += 1 }
    let before = at > 0 ? text[at - 1] : 0x20
    let after = end < text.count ? text[end] : 0x20
    func isWord(_ byte: UInt8) -> Bool { PassageShape.isLetter(byte) || byte &- 0x30 < 10 || byte >= 0x80 }
    if isOpen { return before != 0x20 && !isWord(after) ? end - at : nil }
    return after != 0x20 && !isWord(before) ? end - at : nil
  }
}
