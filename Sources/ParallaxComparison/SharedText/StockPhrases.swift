/// What every newsroom writes, so that two articles hold it without one having it from the other.
///
/// Words in a run of three of one of these phrases are no evidence of copying. The list is of this project's
/// own making: the formulas of news agencies on sources, silence, methods and follow-ups.
enum StockPhrases {
  /// Words of a run.
  static let runLength = 3

  /// For each word of an article whether it belongs to a phrase.
  static func marks(_ words: [UInt64]) -> [Bool] {
    var marks = [Bool](repeating: false, count: words.count)
    guard words.count >= runLength else { return marks }
    for start in 0...words.count - runLength where runs.contains(Run(words[start..<start + runLength])) {
      for word in start..<start + runLength { marks[word] = true }
    }
    return marks
  }

  private struct Run: Hashable {
    var first: UInt64
    var second: UInt64
    var third: UInt64

    init(_ words: ArraySlice<UInt64>) {
      first = words[words.startIndex]
      second = words[words.startIndex + 1]
      third = words[words.startIndex + 2]
    }
  }

  private static let runs: Set<Run> = Set(
    phrases.split(separator: "\n").flatMap { phrase -> [Run] in
      let words = phrase.split(separator: " ").map { WordSequence.number(Array($0.utf8)[...], isASCII: true) }
      return words.count < runLength
        ? [] : (0...words.count - runLength).map { Run(words[$0..<$0 + runLength]) }
    })

  private static let phrases = """
    spoke on condition of anonymity because he was not authorized to speak publicly
    spoke on the condition of anonymity because she was not authorized to speak to reporters
    speaking on condition of anonymity because they were not authorized to discuss the matter publicly
    on condition of anonymity because he was not allowed to speak
    because she was not allowed to speak
    because they were not allowed to speak
    asked not to be named because
    did not immediately respond to a request for comment on
    did not immediately respond to requests for comment on
    did not immediately return a call seeking comment
    did not immediately return calls seeking comment
    could not immediately be reached for comment on
    could not be reached for comment on
    declined to comment on the matter
    declined to comment further citing the ongoing investigation
    declined to comment on the details of
    it was not immediately clear how many people were
    it was not immediately clear if
    it was not immediately clear what
    it was not immediately clear when
    it was not immediately clear whether
    it was not immediately clear who
    it was not immediately clear why
    according to a person familiar with the matter
    according to people familiar with the matter
    a source familiar with the matter
    a person with knowledge of the matter
    an official with knowledge of the matter
    said in a statement on monday
    said in a statement on tuesday
    said in a statement on wednesday
    said in a statement on thursday
    said in a statement on friday
    the poll of registered voters has a margin of error of plus or minus three percentage points
    has a margin of sampling error of plus or minus four percentage points
    contributed to this report
    this story has been updated
    this is a developing story and will be updated
    in an interview with reporters
    at the end of the day
    """
}
