import ParallaxCore

/// How much of what a word says falls on a target, by how the two stand to each other.
///
/// Set by hand, in steps of a quarter; `Evaluation/fit_stance.py` finds none on gold text that do better on
/// text they were not fitted on (EVALUATION.md).
enum StanceWeights {
  /// The share of a relation, before distance.
  static func share(_ relation: StanceRelation) -> Double {
    switch relation {
    case .agent, .patient, .predicate, .modifier, .owner, .object: 1
    case .agentOwner, .patientOwner, .subject: 0.75
    case .clause, .sentence: 0.5
    case .own: 0
    }
  }

  /// The share of a relation at a distance in tokens; only where no syntax tells more does distance matter.
  static func share(_ relation: StanceRelation, distance: Int) -> Double {
    switch relation {
    case .clause, .sentence: share(relation) / (1 + Double(distance) / 20)
    default: share(relation)
    }
  }

  /// What praise counts against blame: news praises by the way and by habit, and blames with a purpose.
  static let praise = 0.5

  /// What evidence of full weight counts as, against `BetaInterval.prior`.
  static let evidence = 2.0
}
