import Foundation

/// Invented articles with passages planted in two of them, the second time with small edits.
struct PlantedCopies {
  /// One article: its text and the planted stretches, as ranges of UTF-8 bytes with the number of the plant.
  struct Text {
    var outlet: String
    var text = ""
    var plants: [(number: Int, bytes: Range<Int>)] = []
  }

  /// SplitMix64.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private(set) var articles: [Text] = ["Wire", "Ledger", "Courier"].map { Text(outlet: $0) }
  private(set) var plants = 0
  private var random: Generator

  /// Three articles of some 14 paragraphs; `passages` passages stand in two of them.
  init(seed: UInt64, passages: Int = 4) {
    random = Generator(state: seed)
    var copies: [[(number: Int, text: String)]] = [[], [], []]
    for number in 0..<passages {
      let sentences = (0..<Int.random(in: 2...5, using: &random)).map { _ in sentence() }
      let source = Int.random(in: 0..<3, using: &random)
      let target = (source + Int.random(in: 1...2, using: &random)) % 3
      copies[source].append((number, sentences.joined(separator: " ")))
      copies[target].append((number, edited(sentences)))
    }
    plants = passages
    for index in articles.indices {
      articles[index].text = "Headline of number \(index) about nothing\n"
      for paragraph in 0..<14 {
        if paragraph % 3 == 2, paragraph / 3 < copies[index].count {
          add(copies[index][paragraph / 3].text, to: index, plant: copies[index][paragraph / 3].number)
        } else {
          var text = (0..<Int.random(in: 1...3, using: &random)).map { _ in sentence() }
          if paragraph % 7 == 3 { text.append(Self.stock.randomElement(using: &random) ?? "") }
          add(text.joined(separator: " "), to: index, plant: nil)
        }
      }
    }
  }

  private mutating func add(_ text: String, to index: Int, plant: Int?) {
    articles[index].text += "\n"
    let start = articles[index].text.utf8.count
    articles[index].text += text
    if let plant { articles[index].plants.append((plant, start..<articles[index].text.utf8.count)) }
    articles[index].text += "\n"
  }

  /// Every tenth word another, one sentence of three or more cut out at times, straight marks for curly ones.
  private mutating func edited(_ sentences: [String]) -> String {
    var kept = sentences
    if kept.count > 2, Bool.random(using: &random) {
      kept.remove(at: Int.random(in: 0..<kept.count, using: &random))
    }
    let words = kept.joined(separator: " ").split(separator: " ").map { word -> String in
      guard Int.random(in: 0..<10, using: &random) == 0 else { return String(word) }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return ""
      case 1: return "\(word) \(self.word())"
      default: return word.hasSuffix(".") ? self.word() + "." : self.word()
      }
    }.filter { !$0.isEmpty }
    return words.joined(separator: " ").replacing("“", with: "\"").replacing("”", with: "\"")
      .replacing("’", with: "'").replacing(" — ", with: " - ")
  }

  private mutating func sentence() -> String {
    var words = (0..<Int.random(in: 9...22, using: &random)).map { _ in word() }
    words[0] = words[0].capitalized
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "“\(words.joined(separator: " ")),” \(names.randomElement(using: &random) ?? "") said."
    case 1: words.insert("—", at: words.count / 2)
    default: break
    }
    return words.joined(separator: " ") + "."
  }

  /// Half function words, as in any text.
  private mutating func word() -> String {
    Bool.random(using: &random)
      ? Self.small.randomElement(using: &random) ?? "" : Self.large.randomElement(using: &random) ?? ""
  }

  private var names: [String] {
    ["Orla Finch", "the mayor’s office", "Dr. Pell", "she", "he", "Marius Thane"]
  }

  /// What every newsroom writes: shared, and no passage.
  static let stock = [
    "She did not immediately respond to a request for comment.",
    "The company declined to comment on the matter.",
    "He spoke on condition of anonymity because he was not allowed to speak.",
    "It was not immediately clear how many people were hurt.",
  ]
  private static let small = """
    the the the of to and a in that is was for on it with as at by from be this had not are but or have an they \
    which were been their would more when who will if no out so up into than them can only its about
    """.split(separator: " ").map(String.init)
  private static let large = """
    harbor quay lantern council budget turbine orchard bridge ferry museum tariff island engineer survey glacier \
    market bakery archive signal tunnel valley reactor college railway vessel garden treaty captain pension \
    storm librarian meadow copper festival permit cellar pilot granite lighthouse auction drought cathedral \
    repair measure promise collect deliver borrow examine inspect withdraw announce postpone restore gather \
    narrow ancient crowded silent bright wooden public annual northern remote steady hollow rapid modest \
    Thursday November seventeen forty-two percent million isn’t doesn’t town’s
    """.split(separator: " ").map(String.init)
}
