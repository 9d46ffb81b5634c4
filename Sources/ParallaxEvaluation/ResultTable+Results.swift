extension ResultTable {
  /// Precision, recall and F1 with their intervals.
  public init(_ evaluation: Evaluation) {
    self.init(
      name: "scores",
      columns: [
        "category", "gold", "predicted", "precision", "precision_low", "precision_high", "recall",
        "recall_low",
        "recall_high", "f1", "f1_low", "f1_high",
      ])
    rows = evaluation.rows.map { row in
      [.text(row.name), .count(row.gold), .count(row.predicted)]
        + [row.precision, row.recall, row.f1].flatMap {
          [.number($0.value), .number($0.low), .number($0.high)]
        }
    }
    facts = [
      ("documents", .count(evaluation.documents)),
      ("documents_without_prediction", .count(evaluation.missing)),
      ("predictions_without_gold", .count(evaluation.unknown)),
    ]
  }

  /// Alpha, and kappa and agreement of every pair.
  public init(
    _ data: ReliabilityData, alpha: KrippendorffAlpha, level: MeasurementLevel, weights: CohenKappa.Weights
  ) {
    self.init(name: "pairs", columns: ["first", "second", "units", "agreement", "kappa"])
    facts = [
      ("level", .text(level.rawValue)), ("alpha", .number(alpha.value)), ("alpha_low", .number(alpha.low)),
      ("alpha_high", .number(alpha.high)), ("units", .count(alpha.units)),
      ("pairable_values", .count(alpha.pairable)), ("kappa_weights", .text(weights.rawValue)),
    ]
    for first in data.annotators.indices {
      for second in data.annotators.indices where second > first {
        let kappa = CohenKappa(
          data.values.map { $0[first] }, data.values.map { $0[second] }, weights: weights)
        rows.append([
          .text(data.annotators[first]), .text(data.annotators[second]), .count(kappa.units),
          .number(kappa.agreement), .number(kappa.value),
        ])
      }
    }
  }

  /// Precision by entry, category and in all.
  public init(_ judged: JudgedSample) {
    self.init(name: "precision", columns: ["level", "name", "judged", "right", "precision", "low", "high"])
    rows = judged.rows.map { row in
      [
        .text(row.level), .text(row.name), .count(row.judged), .count(row.right), .number(row.precision),
        .number(row.low), .number(row.high),
      ]
    }
    facts = [("unanswered", .count(judged.unanswered)), ("precision_weighted", .number(judged.weighted))]
  }
}
