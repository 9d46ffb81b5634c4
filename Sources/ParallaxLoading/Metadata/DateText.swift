/// Reads dates as pages print them and turns them into ISO 8601.
enum DateText {
  /// The first date in the text as `YYYY-MM-DD`: `2026-03-01`, `March 1, 2026`, `1 March 2026`, `1.3.2026`.
  ///
  /// Numbers with slashes are read only where one of them cannot be a month.
  static func find(in text: String) -> String? { scan(text)?.date }

  /// Whether the text is a date, perhaps with a weekday and a time, and nothing else.
  static func isOnlyDate(_ text: String) -> Bool {
    guard let found = scan(text) else { return false }
    let extra: Set<String> = [
      "at", "on", "am", "pm", "a", "p", "m", "et", "est", "edt", "pt", "pst", "pdt", "ct", "gmt", "utc",
      "bst", "cet",
      "ist", "um", "le", "el", "à", "alle", "ore", "den", "kl", "montag", "dienstag", "mittwoch",
      "donnerstag",
      "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
      "dimanche", "lunes",
      "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "h", "o", "clock", "mon", "monday",
      "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur",
      "thurs",
      "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday", "uhr", "the", "of", "st", "nd", "rd",
      "th",
    ]
    for (index, word) in found.words.enumerated() where !found.used.contains(index) {
      if extra.contains(word) || word.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { continue }
      let letters = word.drop { $0.isNumber }
      if !extra.contains(String(letters)) { return false }
    }
    return true
  }

  /// A declared date as ISO 8601: kept where it is one, else read as printed; nil when it is no date.
  static func normalized(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, isDigits(bytes[0..<4]), bytes[4] == 0x2D, isDigits(bytes[5..<7]),
      bytes[7] == 0x2D,
      isDigits(bytes[8..<10])
    else { return find(in: text) }
    guard let date = find(in: String(decoding: bytes[..<10], as: UTF8.self)) else { return nil }
    guard bytes.count >= 16, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A else { return date }
    let time = bytes[11...].prefix {
      $0 &- 0x30 < 10 || $0 == 0x3A || $0 == 0x2E || $0 == 0x2B || $0 == 0x2D || $0 == 0x5A
    }
    return date + "T" + String(decoding: time, as: UTF8.self)
  }

  private static func isDigits(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { $0 &- 0x30 < 10 } }

  /// The date in a URL's path: `/2026/03/01/` or `2026-03-01`.
  static func inURL(_ url: String) -> String? {
    let parts = url.split { $0 == "/" || $0 == "-" || $0 == "_" || $0 == "." }.map(String.init)
    for index in parts.indices.dropLast(2)
    where parts[index].utf8.count == 4 && parts[index + 1].utf8.count == 2 {
      let found = date(parts.map { $0.lowercased() }, at: index)
      if let found, parts[index + 2].utf8.count == 2 { return found }
    }
    return nil
  }

  private struct Found {
    var date: String
    var words: [String]
    var used: Range<Int>
  }

  private static func scan(_ text: String) -> Found? {
    var words = text.lowercased().prefix(200)
      .split { !($0.isLetter || $0.isNumber) }.map(String.init)
    // "6 de mayo de 2026"
    if words.count >= 5 { words.removeAll { $0 == "de" || $0 == "del" || $0 == "di" } }
    if let date = dotted(text) { return Found(date: date, words: words, used: 0..<3) }
    for index in words.indices {
      if let date = date(words, at: index) {
        return Found(date: date, words: words, used: index..<min(index + 3, words.count))
      }
    }
    return nil
  }

  /// Day, month and year between full stops, as most of Europe writes them: `6.5.2026`.
  private static func dotted(_ text: String) -> String? {
    let parts = text.utf8.prefix(200).split { !($0 &- 0x30 < 10 || $0 == 0x2E) }
    for part in parts {
      let numbers = part.split(separator: 0x2E).map { String(decoding: Array($0), as: UTF8.self) }
      guard numbers.count == 3, let day = number(numbers[0], 1...31), let month = number(numbers[1], 1...12),
        let year = year(numbers[2])
      else { continue }
      return iso(year, month, day)
    }
    return nil
  }

  private static func date(_ words: [String], at index: Int) -> String? {
    guard index + 2 < words.count else { return nil }
    let (first, second, third) = (words[index], words[index + 1], words[index + 2])
    if let year = year(first), let month = number(second, 1...12), let day = number(third, 1...31) {
      return iso(year, month, day)
    }
    if let month = month(first), let day = number(ordinal(second), 1...31), let year = year(third) {
      return iso(year, month, day)
    }
    if let day = number(ordinal(first), 1...31), let month = month(second), let year = year(third) {
      return iso(year, month, day)
    }
    guard let year = year(third), let left = number(first, 1...31), let right = number(second, 1...31) else {
      return nil
    }
    if left > 12 && right <= 12 { return iso(year, right, left) }
    if right > 12 && left <= 12 { return iso(year, left, right) }
    return nil
  }

  private static func ordinal(_ word: String) -> String {
    for suffix in ["st", "nd", "rd", "th", "er"] where word.hasSuffix(suffix) {
      return String(word.dropLast(2))
    }
    return word
  }

  /// Month names of the languages news is most read in, whole or in their usual short form.
  private static let monthNumbers: [String: Int] = {
    let names = [
      "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari sty stycznia ledna января",
      "february feb februar feber février févr febrero febbraio fevereiro fev februari lutego února февраля",
      "march mar märz mrz mars marzo março maart mrt marca března марта",
      "april apr avril avr abril abr aprile kwietnia dubna апреля",
      "may mai mayo maggio mag maio mei maj maja května мая",
      "june jun juni juin junio giugno giu junho czerwca června июня",
      "july jul juli juillet juil julio luglio lug julho lipca července июля",
      "august aug août agosto ago augustus augusti sierpnia srpna августа",
      "september sep sept septembre septiembre settembre set setembro września září сентября",
      "october oct oktober okt octobre octubre ottobre ott outubro out października října октября",
      "november nov novembre noviembre novembro listopada листопада ноября",
      "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember grudnia prosince декабря",
    ]
    var numbers: [String: Int] = [:]
    for (index, list) in names.enumerated() {
      for name in list.split(separator: " ") { numbers[String(name)] = index + 1 }
    }
    return numbers
  }()

  /// Whether a word is a month's name.
  static func isMonth(_ word: String) -> Bool { month(word.lowercased().filter(\.isLetter)) != nil }

  private static func month(_ word: String) -> Int? { monthNumbers[word] }

  private static func year(_ word: String) -> Int? {
    word.utf8.count == 4 ? number(word, 1800...2100) : nil
  }

  private static func number(_ word: String, _ range: ClosedRange<Int>) -> Int? {
    guard word.utf8.count <= 4, let value = Int(word), range.contains(value) else { return nil }
    return value
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
