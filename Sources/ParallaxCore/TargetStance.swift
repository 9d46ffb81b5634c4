/// How the text speaks of one target.
public struct TargetStance: Sendable, Equatable {
  /// Name as given or found.
  public var name: String
  /// Place given with the request, in code points of the input.
  public var start: Int?
  /// End of that place.
  public var end: Int?
  /// Places in the text that mean the target.
  public var mentions: [TextSpan]
  /// Wording put on the target, with counts.
  public var labels: [Label]
  /// −1 (ill) to 1 (well); nil where nothing was said of it.
  public var score: Double?
  /// Lower bound of the 95% interval.
  public var low: Double?
  /// Upper bound.
  public var high: Double?
  /// Findings that speak well.
  public var positive: Int
  /// Findings that speak ill.
  public var negative: Int
  /// Score of the author's findings alone.
  public var author: Double?
  /// Score of quoted and reported findings alone.
  public var quoted: Double?
  /// The wording behind the score, in order of place.
  public var evidence: [Evidence]

  /// Wording that speaks well or ill of a target.
  public struct Evidence: Sendable, Equatable {
    /// Where.
    public var span: TextSpan
    /// How it bears on the target.
    public var relation: StanceRelation
    /// −1 to 1: what the wording says of the target, after negation and intensity.
    public var value: Double
    /// 0 to 1: how surely it is said of the target; 0 where it does not count.
    public var share: Double
    /// Whose words.
    public var voice: Voice
    /// Index of the sentence.
    public var sentence: Int

    /// Makes evidence.
    public init(
      span: TextSpan, relation: StanceRelation, value: Double, share: Double, voice: Voice, sentence: Int
    ) {
      self.span = span
      self.relation = relation
      self.value = value
      self.share = share
      self.voice = voice
      self.sentence = sentence
    }
  }

  /// Wording put on a target.
  public struct Label: Sendable, Equatable {
    /// The words.
    public var text: String
    /// How often.
    public var count: Int
    /// Makes a label.
    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// Makes a stance of nothing said.
  public init(name: String, start: Int? = nil, end: Int? = nil, mentions: [TextSpan] = []) {
    self.name = name
    self.start = start
    self.end = end
    self.mentions = mentions
    labels = []
    evidence = []
    positive = 0
    negative = 0
  }
}

/// How wording bears on a target.
public enum StanceRelation: String, Sendable, CaseIterable {
  /// The target does it: *Ruiz saved the pier*.
  case agent
  /// It is done to the target: *Vale praised Ruiz*, *Ruiz was accused*.
  case patient
  /// Somebody or something of the target does it: *Ruiz’s aides lied*.
  case agentOwner
  /// It is done to something of the target: *Vale praised Ruiz’s plan*.
  case patientOwner
  /// The target has it: *Ruiz’s failure*.
  case owner
  /// Behind a preposition: *criticism of Ruiz*.
  case object
  /// In the target’s noun phrase: *embattled Ruiz*; *Ruiz, a reckless mayor*.
  case modifier
  /// *Ruiz is reckless*
  case predicate
  /// Behind a verb that the target performs: *Ruiz took reckless steps*.
  case subject
  /// Elsewhere in the clause.
  case clause
  /// Elsewhere in the sentence.
  case sentence
  /// The target says it.
  case own
}
