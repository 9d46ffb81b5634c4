import Foundation
import ParallaxKit
import ParallaxStorage
import Testing

@Suite("query", .enabled(if: Database.isAvailable)) struct QueryTests {
  /// A folder that a batch has filled.
  private func results() throws -> String {
    let folder = try CommandRunner.makeFolder()
    let lines = (0..<6).map {
      #"{"id": "r\#($0)", "outlet": "The \#($0 % 2 == 0 ? "Ledger" : "Courier")", "published": "2026-0\#($0 % 2 + 3)-11", "text": "Perhaps the reckless plan number \#($0) will fail, Ada Veldt said on Monday. It is utterly bold."}"#
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: "records.ndjson"))
    let words = "term,category,weight\nreckless,evaluative,0.6\nbold,evaluative,0.4\n"
    try Data(words.utf8).write(to: folder.appending(path: "words.csv"))
    let outcome = try CommandRunner.run(
      [
        "batch", "records.ndjson", "-o", "out", "--quiet", "--no-built-in", "--lexicon", "words.csv",
      ], folder: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder.appending(path: "out").path
  }

  @Test("statements and views give tables, CSV and JSON")
  func forms() throws {
    let results = try results()
    func query(_ options: String...) throws -> CommandRunner.Outcome {
      try CommandRunner.run(["query", results] + options)
    }
    let count = try query("--sql", "SELECT outlet, count(*) AS n FROM documents GROUP BY outlet")
    #expect(count.text == "outlet,n\r\nThe Courier,3\r\nThe Ledger,3\r\n")
    let table = try query("--view", "top-entries", "--limit", "1", "--format", "table")
    #expect(table.lines.count == 3 && table.lines[1].hasPrefix("---"))
    let json = try query(
      "--view", "rates-by-outlet", "--category", "evaluative", "--voice", "author", "--format", "json")
    let rows = try JSONParser.parse(json.output).array ?? []
    #expect(rows.map { $0["outlet"]?.string } == ["The Courier", "The Ledger"])
    #expect(rows.allSatisfy { ($0["rate_per_1000"]?.number ?? 0) > 0 && $0["articles"]?.integer == 3 })
    let kwic = try query("--view", "kwic", "--entry", "reckless")
    #expect(kwic.text.split(whereSeparator: \.isNewline).count == 7 && kwic.text.contains("reckless"))
    let contents = try query()
    #expect(contents.text.contains("rates_by_month") && contents.text.contains("Identifier of the article."))
    #expect(try query("--sql", "SELECT 1 AS one WHERE 0", "--format", "json").text == "[]\n")
  }

  @Test("what cannot be answered is said clearly")
  func errors() throws {
    let results = try results()
    let typo = try CommandRunner.run(["query", results, "--sql", "SELECT outlett FROM documents"])
    #expect(typo.status == 65 && typo.errors.contains("no such column: outlett"))
    let change = try CommandRunner.run(["query", results, "--sql", "DROP TABLE documents"])
    #expect(change.status == 65 && change.errors.contains("for reading"))
    let misfit = try CommandRunner.run(["query", results, "--view", "rates-by-category", "--outlet", "x"])
    #expect(misfit.status == 64 && misfit.errors.contains("--outlet does not fit rates-by-category"))
    let missing = try CommandRunner.run(["query", results + "/reports"])
    #expect(missing.status == 66)
    try FileManager.default.removeItem(atPath: results + "/analyses.sqlite")
    let unmade = try CommandRunner.run(["query", results, "--sql", "SELECT 1"])
    #expect(unmade.status == 66 && unmade.errors.contains("--resume"))
  }
}
