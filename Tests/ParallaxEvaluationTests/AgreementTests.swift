import Testing

@testable import ParallaxEvaluation

/// Figures of the literature and of independent implementations (krippendorff 0.9.0 and scikit-learn 1.9.1 from
/// PyPI, computed when these tests were written).
@Suite struct AgreementTests {
  /// A row per annotator, `.` for a missing value.
  private static func data(_ rows: String...) -> ReliabilityData {
    let values = rows.map { row in
      row.split(separator: " ").map { $0 == "." ? nil : String($0) }
    }
    return ReliabilityData(annotators: rows.indices.map { "a\($0)" }, values: values)
  }

  private static func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 5e-7 } ?? false }

  /// The example of Krippendorff 2011, *Computing Krippendorff's alpha-reliability*: .743, .815, .849.
  @Test(arguments: [
    (MeasurementLevel.nominal, 0.743421), (.ordinal, 0.815388), (.interval, 0.849107),
  ])
  func krippendorffsExample(_ level: MeasurementLevel, _ alpha: Double) throws {
    let data = Self.data(
      "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 .")
    let result = try KrippendorffAlpha(data, level: level)
    #expect(Self.isNear(result.value, alpha))
    #expect(result.units == 11)
    #expect(result.pairable == 40)
    let low = try #require(result.low)
    let high = try #require(result.high)
    #expect(low < alpha && alpha < high && high <= 1)
    #expect(try KrippendorffAlpha(data, level: level) == result)
  }

  @Test(arguments: [
    (MeasurementLevel.nominal, 0.436123), (.ordinal, 0.839528), (.interval, 0.89152),
  ])
  func numbersOfSeveralDigits(_ level: MeasurementLevel, _ alpha: Double) throws {
    let data = Self.data(
      "1 4 2 5 3 3 2 . 1 5 10 2.5", "2 4 2 4 3 1 2 2 . 5 7 2.5",
      level == .nominal ? "1 5 3 5 . 3 2 2 1 4 10 2" : "1 5 3 5 . 3 2 2.0 1 4 10 2")
    #expect(Self.isNear(try KrippendorffAlpha(data, level: level, resamples: 0).value, alpha))
  }

  @Test func edges() throws {
    #expect(try KrippendorffAlpha(Self.data("1 2 3", "1 2 3"), level: .nominal, resamples: 0).value == 1)
    #expect(try KrippendorffAlpha(Self.data("1 1", "1 1"), level: .nominal).value == nil)
    #expect(try KrippendorffAlpha(Self.data("1 . 2", ". 1 ."), level: .nominal).value == nil)
    #expect(
      throws: EvaluationError.unusable(
        "“no” is no number; ordinal agreement needs numbers, nominal takes any label")
    ) {
      try KrippendorffAlpha(Self.data("no 1", "1 2"), level: .ordinal)
    }
  }

  @Test(arguments: [
    (CohenKappa.Weights.none, 0.522388), (.linear, 0.741935), (.quadratic, 0.888112),
  ])
  func kappa(_ weights: CohenKappa.Weights, _ value: Double) {
    let data = Self.data("1 2 3 3 2 1 4 1 2 3 4 4 2 1 3 5", "1 2 3 2 2 2 4 1 3 3 5 4 1 1 4 5")
    let kappa = CohenKappa(data.values.map { $0[0] }, data.values.map { $0[1] }, weights: weights)
    #expect(Self.isNear(kappa.value, value))
    #expect(kappa.units == 16)
  }

  /// Twenty and fifteen of fifty the same, chance one half: (.7 − .5) / .5.
  @Test func kappaByHand() {
    let first = Array(repeating: "y", count: 25) + Array(repeating: "n", count: 25)
    let second =
      Array(repeating: "y", count: 20) + Array(repeating: "n", count: 5) + Array(repeating: "y", count: 10)
      + Array(repeating: "n", count: 15)
    let kappa = CohenKappa(first + [nil], second + ["y"])
    #expect(Self.isNear(kappa.value, 0.4))
    #expect(kappa.agreement == 0.7)
    #expect(kappa.units == 50)
    #expect(CohenKappa(["a", "a"], ["a", "a"]).value == nil)
    #expect(CohenKappa([nil], ["a"]).units == 0)
  }

  @Test func filesLongAndWide() throws {
    let long = "unit,annotator,label\nu1,Tess,yes\nu1,Bo,no\nu2,Tess,yes\nu2,Bo,yes\nu3,Bo,\n"
    let wide = "unit,Tess,Bo\nu1,yes,no\nu2,yes,yes\nu3,,\n"
    let lines = """
      {"unit": "u1", "annotator": "Tess", "label": "yes"}
      {"unit": "u1", "annotator": "Bo", "label": "no"}
      {"unit": "u2", "annotator": "Tess", "label": "yes"}
      {"unit": "u2", "annotator": "Bo", "label": "yes"}
      {"unit": "u3", "annotator": "Bo", "label": null}
      """
    let first = try ReliabilityData(Array(long.utf8), path: "x")
    #expect(first.values == [["yes", "no"], ["yes", "yes"], [nil, nil]])
    #expect(try ReliabilityData(Array(wide.utf8), path: "x").values == first.values)
    #expect(try ReliabilityData(Array(lines.utf8), path: "x") == first)
    #expect(throws: EvaluationError.self) { try ReliabilityData(Array("unit,A\nu,1\n".utf8), path: "x") }
    #expect(
      throws: EvaluationError.line(
        path: "x", line: 3, problem: "a second value of “A” for “u”", remedy: "keep one")
    ) { try ReliabilityData(Array("unit,annotator,label\nu,A,1\nu,A,2\n".utf8), path: "x") }
  }
}
