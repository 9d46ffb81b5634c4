/// Reads author and date lines, whose parts pages set in elements of their own, often without a blank between.
enum BylineText {
  /// The parts of a line between the places where an element begins or ends, white space trimmed.
  static func parts(_ text: ArraySlice<UInt8>, seams: [Int]) -> [String] {
    var parts: [String] = []
    var start = 0
    for seam in seams + [text.count] where seam > start && !isInsideWord(text, seam) {
      let bytes = text[(text.startIndex + start)..<(text.startIndex + seam)]
      if let part = WhiteSpace.folded(String(decoding: bytes, as: UTF8.self)) { parts.append(part) }
      start = seam
    }
    return parts
  }

  /// A small letter directly behind another: a drop cap, or a word half in bold.
  private static func isInsideWord(_ text: ArraySlice<UInt8>, _ seam: Int) -> Bool {
    let at = text.startIndex + seam
    guard at < text.endIndex, at > text.startIndex else { return false }
    return text[at] &- 0x61 < 26 && PassageShape.isLetter(text[at - 1])
  }

  /// The parts without counters of views, comments and minutes; nil where the line is none of author or date.
  static func cleaned(_ parts: [String]) -> [String]? {
    let hasDate = parts.contains { DateText.find(in: $0) != nil }
    guard hasDate || parts.contains(where: { opening(of: $0) != nil }) else { return nil }
    var seenDate = false
    var kept: [String] = []
    for part in parts {
      let isCounter = Self.isCounter(part, afterDate: seenDate)
      if !isCounter { kept.append(part) }
      if DateText.find(in: part) != nil { seenDate = true }
    }
    // What only separated the counters goes with them.
    while let last = kept.last, kept.count < parts.count, last.allSatisfy({ !$0.isLetter && !$0.isNumber }) {
      kept.removeLast()
    }
    return kept
  }

  private static let units: Set<String> = [
    "view", "views", "comment", "comments", "share", "shares", "like", "likes", "read", "reads", "min",
    "mins",
    "minute", "minutes", "visits", "hits", "replies", "reply", "aufrufe", "kommentare", "kommentar", "vues",
    "commentaires", "visitas", "comentarios", "comentários", "commenti", "reacties", "wyświetleń",
    "просмотров",
    "комментариев", "of", "reading", "time", "k", "m", "lesezeit", "leestijd", "lesedauer", "minuten",
  ]

  /// "651", "1,204 views", "3 min read": how often a story was seen, or how long it takes. A bare number is a
  /// counter only behind a date, and where it is no year.
  static func isCounter(_ part: String, afterDate: Bool) -> Bool {
    let words = part.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," }
    guard !words.isEmpty, words.count <= 5 else { return false }
    let numbers = words.filter { $0.contains { $0.isNumber } }
    guard numbers.count == 1, let number = numbers.first else { return false }
    let letters = number.filter { $0.isLetter }
    guard letters.isEmpty || letters == "k" || letters == "m" else { return false }
    if words.count == 1 { return afterDate && !(number.count == 4 && number.allSatisfy(\.isNumber)) }
    return words.allSatisfy { $0 == number || units.contains(String($0)) }
  }

  // MARK: Authors

  private static let openings = [
    "by", "written by", "reported by", "story by", "words by", "von", "par", "por", "di", "door", "av", "af",
  ]
  private static let connectors: Set<String> = [
    "and", "&", ",", "und", "et", "y", "e", "en", "och", "og", "with",
  ]

  /// What opens a byline, and the rest behind it.
  private static func opening(of part: String) -> Substring? {
    let lower = part.lowercased()
    for opening in openings {
      if lower == opening || lower == opening + ":" { return part[part.endIndex...] }
      if lower.hasPrefix(opening + " ") || lower.hasPrefix(opening + ": ") {
        let rest = part.dropFirst(opening.count).drop { $0 == ":" || $0 == " " }
        return rest.first?.isUppercase == true ? rest : nil
      }
    }
    return nil
  }

  /// The authors behind a "by", up to where an element ends and no "and" leads on; nil without a "by".
  static func authors(_ parts: [String]) -> String? {
    for (index, part) in parts.enumerated() {
      guard let rest = opening(of: part) else { continue }
      var line = rest.isEmpty ? "" : String(rest)
      var next = index + 1
      while next < parts.count {
        let lower = parts[next].lowercased()
        if line.isEmpty {
          line = parts[next]
        } else if connectors.contains(lower), next + 1 < parts.count {
          line += (lower == "," ? "" : " ") + parts[next] + " " + parts[next + 1]
          next += 1
        } else if let first = lower.split(separator: " ").first, connectors.contains(String(first)) {
          line += " " + parts[next]
        } else if connectors.contains(String(line.split(separator: " ").last ?? "")) || line.hasSuffix(",") {
          line += " " + parts[next]
        } else {
          break
        }
        next += 1
      }
      return names(line)
    }
    return nil
  }

  private static let posts: Set<String> = [
    "staff", "writer", "writers", "reporter", "reporters", "correspondent", "editor", "columnist",
    "contributor", "contributors", "senior", "chief", "special", "freelance", "associate",
  ]
  private static let ends: Set<String> = [
    "updated", "published", "posted", "on", "at", "last", "modified", "first", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The line up to a date, a bar or a post such as "Staff Writer".
  private static func names(_ line: String) -> String? {
    let line = line.split { $0 == "|" || $0 == "•" || $0 == "·" || $0 == "—" || $0 == "–" }.first ?? ""
    let clauses = line.split(separator: ",")
    var kept: [String] = []
    for clause in clauses {
      var words = clause.split(separator: " ").map(String.init)
      let bare = words.map { $0.lowercased().filter(\.isLetter) }
      if !kept.isEmpty, let first = bare.first, posts.contains(first) || bare.last.map(posts.contains) == true
      {
        break
      }
      if let end = words.indices.first(where: { $0 > 0 && ends.contains(bare[$0]) || hasDigit(words[$0]) }) {
        words = Array(words[..<end])
        if let last = words.last, DateText.isMonth(last) { words.removeLast() }
        if !words.isEmpty { kept.append(words.joined(separator: " ")) }
        break
      }
      if !words.isEmpty { kept.append(words.joined(separator: " ")) }
    }
    return kept.isEmpty ? nil : kept.joined(separator: ", ")
  }

  private static func hasDigit(_ word: String) -> Bool { word.utf8.contains { $0 &- 0x30 < 10 } }

  /// Two to five words of which all but particles begin with a capital letter, and nothing else.
  static func isName(_ part: String) -> Bool {
    let words = part.split(separator: " ")
    guard (2...5).contains(words.count), !hasDigit(part), part.utf8.count <= 60 else { return false }
    let particles: Set<Substring> = ["de", "van", "von", "der", "la", "di", "da", "del", "bin", "al", "ter"]
    return words.allSatisfy { $0.first?.isUppercase == true || particles.contains($0) }
      && words[0].first?.isUppercase == true && !part.hasPrefix("The ")
  }
}
