import Testing

@testable import ParallaxEvaluation

@Suite struct EvaluationTests {
  private static func read(_ text: String) throws -> Annotations {
    try Annotations.read(Array(text.utf8), path: "x")
  }

  private static func rows(_ evaluation: Evaluation) -> [String] {
    evaluation.rows.map { row in
      let figures = [row.precision, row.recall, row.f1].map {
        $0.value.map { "\(($0 * 1000).rounded() / 1000)" } ?? "–"
      }
      return "\(row.name) \(row.gold) \(row.predicted) " + figures.joined(separator: " ")
    }
  }

  private static let gold = """
    {"id": "a", "spans": [{"start": 0, "end": 10, "category": "hedge"}, {"start": 20, "end": 30, "category": "hedge"}]}
    {"id": "b", "spans": [{"start": 5, "end": 9, "category": "loaded"}]}
    {"id": "c", "spans": []}
    """
  private static let predicted = """
    doc_id,start,end,category
    a,0,10,hedge
    a,8,22,hedge
    a,40,44,hedge
    c,1,2,loaded
    z,1,2,loaded
    """

  @Test(arguments: [
    (
      SpanMatching.overlap,
      [
        "hedge 2 3 0.667 1.0 0.8", "loaded 1 1 0.0 0.0 0.0", "micro 3 4 0.5 0.667 0.571",
        "macro 3 4 0.333 0.5 0.4",
      ]
    ),
    (
      .exact,
      [
        "hedge 2 3 0.333 0.5 0.4", "loaded 1 1 0.0 0.0 0.0", "micro 3 4 0.25 0.333 0.286",
        "macro 3 4 0.167 0.25 0.2",
      ]
    ),
    (
      .characters,
      [
        "hedge 20 26 0.462 0.6 0.522", "loaded 4 1 0.0 0.0 0.0", "micro 24 27 0.444 0.5 0.471",
        "macro 24 27 0.231 0.3 0.261",
      ]
    ),
  ])
  func spans(_ matching: SpanMatching, _ rows: [String]) throws {
    let evaluation = try Evaluation(
      gold: Self.read(Self.gold), predicted: Self.read(Self.predicted),
      options: .init(matching: matching, resamples: 200))
    #expect(Self.rows(evaluation) == rows)
    #expect(evaluation.documents == 3)
    #expect(evaluation.missing == 1)
    #expect(evaluation.unknown == 1)
    for row in evaluation.rows {
      for figure in [row.precision, row.recall, row.f1] {
        guard let value = figure.value, let low = figure.low, let high = figure.high else { continue }
        #expect(low <= value && value <= high && low >= 0 && high <= 1)
      }
    }
  }

  @Test func labels() throws {
    let gold = try Self.read("id,label\n1,x\n2,x\n3,y\n4,y\n")
    let predicted = try Self.read("id,label\n1,x\n2,y\n3,y\n")
    #expect(
      Self.rows(try Evaluation(gold: gold, predicted: predicted, options: .init(resamples: 0))) == [
        "x 2 1 1.0 0.5 0.667", "y 2 2 0.5 0.5 0.5", "micro 4 3 0.667 0.5 0.571", "macro 4 3 0.75 0.5 0.583",
      ])
    let several = try Self.read(#"{"id": 1, "labels": ["x", "y"]}"#)
    #expect(
      Self.rows(
        try Evaluation(gold: several, predicted: gold, options: .init(categories: ["x"], resamples: 0)))
        == ["x 1 1 1.0 1.0 1.0", "micro 1 1 1.0 1.0 1.0", "macro 1 1 1.0 1.0 1.0"])
  }

  @Test func theSameSeedGivesTheSameIntervals() throws {
    func run(_ seed: UInt64) throws -> Evaluation {
      var gold = "id,label\n"
      var predicted = "id,label\n"
      for number in 0..<60 {
        gold += "\(number),\(number % 3)\n"
        predicted += "\(number),\(number % 7 == 0 ? 1 : number % 3)\n"
      }
      return try Evaluation(
        gold: Self.read(gold), predicted: Self.read(predicted), options: .init(resamples: 300, seed: seed))
    }
    #expect(try run(1) == run(1))
    #expect(try run(1) != run(2))
    let f1 = try #require(try run(1).rows.last?.f1)
    #expect((f1.high ?? 0) - (f1.low ?? 0) > 0.05)
  }

  @Test(arguments: [
    ("{\"label\": \"x\"}", "x:1: a record without an id; give every record the document's \"id\""),
    (
      "{\"id\": 1, \"start\": 5, \"end\": 5}",
      "x:1: a span without whole “start” and “end”; count code points from 0, end behind start"
    ),
    ("{\"id\": 1,}", "x:1: not JSON: column 10: expected a name in quotation marks; write one object a line"),
    (
      "id,label\n1,x\n1,x,3\n",
      "x:3: 3 cells under 2 columns; put a cell that holds a comma in quotation marks"
    ),
    (
      "{\"id\": 1, \"label\": \"x\"}\n{\"id\": 1, \"spans\": []}",
      "x:2: labels and spans of one document, “1”; keep them in files of their own"
    ),
    ("", "x: is empty"),
  ])
  func whatIsWrongIsSaid(_ text: String, _ message: String) throws {
    do {
      _ = try Self.read(text)
      Issue.record("read")
    } catch let error as EvaluationError {
      #expect("\(error)" == message)
    }
  }

  @Test func tables() throws {
    let evaluation = try Evaluation(
      gold: Self.read("id,label\n1,x\n2,x\n"), predicted: Self.read("id,label\n1,x\n"),
      options: .init(resamples: 0))
    let table = ResultTable(evaluation)
    #expect(table.csv.hasPrefix("category,gold,predicted,precision,precision_low,"))
    #expect(table.csv.contains("x,2,1,1.000000,,,0.500000,,,0.666667,,\r\n"))
    #expect(table.text.hasPrefix("category  gold  predicted  precision"))
    #expect(table.text.contains("documents without prediction: 1\n"))
    #expect(String(decoding: table.json, as: UTF8.self).contains("\"precision\":1,\"precision_low\":null"))
  }
}
