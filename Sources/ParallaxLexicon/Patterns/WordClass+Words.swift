extension WordClass {
  /// The words of a closed class, as patterns and guards take them; empty for shapes and edges.
  public var words: [String] {
    switch self {
    case .possessive: Self.possessives
    case .determiner: ["the", "a", "an", "this", "that", "these", "those"]
    case .be: ["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"]
    case .have: ["have", "has", "had", "having", "'ve"]
    case .do: ["do", "does", "did", "doing", "done"]
    case .modal: Self.modals
    case .pronoun: ["i", "you", "he", "she", "it", "we", "they", "me", "him", "us", "them", "who"]
    case .subject: ["i", "you", "he", "she", "it", "we", "they", "who"]
    case .negator: Self.negators
    case .preposition: Self.prepositions
    case .conjunction: ["and", "or", "but", "nor"]
    case .interrogative: ["who", "what", "when", "where", "why", "how", "which", "whom", "whose"]
    case .to: ["to"]
    case .that: ["that"]
    case .comma: [","]
    case .number, .name, .punctuation, .quote, .start, .end, .ing, .ed, .ly: []
    }
  }

  /// Negated forms that guards count to the class (*isn't* is a form of *be*), but patterns do not take.
  public var negatedWords: [String] {
    switch self {
    case .be: ["isn't", "aren't", "wasn't", "weren't", "ain't"]
    case .have: ["haven't", "hasn't", "hadn't"]
    case .do: ["don't", "doesn't", "didn't"]
    case .modal:
      [
        "cannot", "can't", "couldn't", "mayn't", "mightn't", "mustn't", "shan't", "shouldn't", "won't",
        "wouldn't",
      ]
    default: []
    }
  }

  /// Whether the class has a list of words that a pattern may ask for.
  public var isClosed: Bool { !words.isEmpty }

  /// Numbers written as words.
  public static let numerals = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion",
    "trillion", "dozen",
  ]

  private static let possessives = ["my", "your", "his", "her", "its", "our", "their", "whose"]

  private static let modals = [
    "can", "could", "may", "might", "must", "shall", "should", "will", "would", "'ll", "'d", "ought",
  ]

  private static let negators = [
    "not", "never", "no", "nor", "neither", "none", "nobody", "nothing", "without", "hardly", "scarcely",
    "barely", "cannot", "isn't", "aren't", "wasn't", "weren't", "ain't", "haven't", "hasn't", "hadn't",
    "don't",
    "doesn't", "didn't", "can't", "couldn't", "mayn't", "mightn't", "mustn't", "needn't", "shan't",
    "shouldn't", "won't", "wouldn't", "daren't", "oughtn't",
  ]

  private static let prepositions = [
    "about", "above", "across", "after", "against", "along", "amid", "among", "around", "as", "at", "before",
    "behind", "below", "beneath", "beside", "besides", "between", "beyond", "by", "despite", "down", "during",
    "except", "for", "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto", "out",
    "outside", "over", "past", "per", "since", "through", "throughout", "till", "to", "toward", "towards",
    "under", "until", "up", "upon", "via", "with", "within", "without",
  ]
}
