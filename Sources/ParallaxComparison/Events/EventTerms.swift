import ParallaxCore

/// What an article says of the event it covers: its words, numbers and names, each with how often.
///
///     let terms = EventTerms(segmented)
///
/// Words are in lower case and at least three letters long; function words and words that stand in any news are
/// left out, plurals are taken with their singulars, numbers have two digits or more, and two capitalized words side by side within a sentence are
/// a term together (`helene marrow`) beside the words that they are made of.
public struct EventTerms: Sendable, Equatable {
  /// A term and how often it stands in the article.
  public struct Term: Sendable, Equatable {
    /// In lower case and without the ending of the plural; a name of two words with a space.
    public var text: String
    /// As the article first writes it within a sentence.
    public var form: String
    /// 1 or more.
    public var count: Int
    /// Whether it is written as a name, wherever it does not begin a sentence.
    public var isName: Bool
  }

  /// The terms in the order in which they first stand.
  public private(set) var terms: [Term] = []
  /// Day of publication, counted from 1970-01-01; nil when unknown.
  public var day: Int?

  /// How many words of an article are read: the event is told at its beginning.
  public static let wordLimit = 2_000

  private var numbers: [String: Int] = [:]

  /// Reads the terms of an article.
  ///
  /// - Complexity: O(tokens), of which no more than about `wordLimit` are read.
  public init(_ segmented: SegmentedArticle) {
    let article = segmented.article
    day = article.metadata.published.flatMap(CalendarDay.number)
    var words = 0
    var hasHeadline = false
    for (paragraph, tokens) in zip(article.paragraphs, segmented.paragraphTokens)
    where paragraph.role.isEditorial && words < Self.wordLimit {
      if paragraph.role == .headline { hasHeadline = true }
      words += read(segmented, tokens.prefix(Self.wordLimit - words))
    }
    if !hasHeadline, let title = article.metadata.title { read(title: title) }
    // Needed no more, and many articles are held at once.
    numbers = [:]
  }

  /// Reads a paragraph's tokens.
  ///
  /// - Returns: How many words they were.
  private mutating func read(_ segmented: SegmentedArticle, _ range: Range<Int>) -> Int {
    let tokens = segmented.tokens[range]
    let words = tokens.count { $0.kind == .word }
    // Where most words are capitalized, as in headlines, capitals tell no names.
    let capitals = tokens.count { $0.kind == .word && $0.shape.contains(.capitalized) }
    let tellsNames = capitals * 2 <= words
    var previous: (text: String, form: String)?
    for token in tokens {
      let form = segmented.string(token)
      switch token.kind {
      case .number where form.utf8.count(where: { $0 &- 0x30 < 10 }) >= 2:
        add(form, form: form, isName: false)
        previous = nil
      case .word:
        let text = WordForm.normalize(form)
        let isFunction = FunctionWords.contains(text)
        let capital = tellsNames && token.shape.contains(.capitalized) && !isFunction
        if !isFunction, text.utf8.count >= 3 || token.shape.contains(.allCapitals) {
          add(Singular.of(text), form: form, isName: capital && !token.shape.contains(.sentenceStart))
        }
        if capital, let before = previous {
          add(before.text + " " + text, form: before.form + " " + form, isName: true)
        }
        previous = capital ? (text, form) : nil
      default: previous = nil
      }
    }
    return tokens.count { $0.isCounted }
  }

  private mutating func read(title: String) {
    for piece in title.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }).prefix(60) {
      let text = WordForm.normalize(piece)
      if text.utf8.count >= 3, !FunctionWords.contains(text) {
        add(Singular.of(text), form: text, isName: false)
      }
    }
  }

  private mutating func add(_ text: String, form: String, isName: Bool) {
    if let known = numbers[text] {
      terms[known].count += 1
      if isName, !terms[known].isName {
        terms[known].isName = true
        terms[known].form = form
      }
    } else {
      numbers[text] = terms.count
      let shown = isName || form.allSatisfy { !$0.isUppercase } ? form : text
      terms.append(Term(text: text, form: shown, count: 1, isName: isName))
    }
  }
}

/// Words without the ending of the plural.
enum Singular {
  /// The S-stemmer (Harman 1991, doi:10.1002/(SICI)1097-4571(199101)42:1<7::AID-ASI2>3.0.CO;2-P): *parties*
  /// gives *party*, *schools* *school*; *boss*, *virus* and words of three letters stay.
  static func of(_ word: String) -> String {
    let bytes = word.utf8
    guard bytes.count > 3, bytes.last == 0x73 else { return word }
    if word.hasSuffix("ies") {
      return word.hasSuffix("eies") || word.hasSuffix("aies") ? word : word.dropLast(3) + "y"
    }
    if word.hasSuffix("es") {
      return word.hasSuffix("aes") || word.hasSuffix("ees") || word.hasSuffix("oes")
        ? word : String(word.dropLast())
    }
    return word.hasSuffix("us") || word.hasSuffix("ss") ? word : String(word.dropLast())
  }
}

/// Days of the Gregorian calendar.
enum CalendarDay {
  /// The number of days from 1970-01-01 to the day that an ISO 8601 date, or date and time, begins with.
  ///
  /// - Returns: Nil for anything else. Time zones are left aside.
  static func number(_ date: String) -> Int? {
    let bytes = Array(date.utf8.prefix(11))
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    if bytes.count > 10, bytes[10] &- 0x30 < 10 { return nil }
    func value(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { sum, byte in
        sum.flatMap { byte &- 0x30 < 10 ? $0 * 10 + Int(byte &- 0x30) : nil }
      }
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Days from civil, after Hinnant: years begin in March.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
