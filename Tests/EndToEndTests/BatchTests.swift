import Foundation
import ParallaxKit
import Testing

@Suite("batch and compare")
struct BatchTests {
  @Test("a folder becomes data, tables, an index and a list of what failed")
  func batch() throws {
    let folder = try CommandRunner.makeFolder()
    let articles = folder.appending(path: "articles")
    try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
    for number in 1...3 {
      try Data(
        "A plan, number \(number)\n\nPerhaps the reckless plan will fail, Ada Veldt said on Monday.\n".utf8
      )
      .write(to: articles.appending(path: "a\(number).txt"))
    }
    try Data().write(to: articles.appending(path: "empty.txt"))
    let output = folder.appending(path: "out").path
    let outcome = try CommandRunner.run(["batch", "articles", "-o", output, "--reports"], folder: folder)
    #expect(outcome.status == 2, "\(outcome.errors)")
    func read(_ name: String) throws -> String {
      try String(contentsOfFile: output + "/" + name, encoding: .utf8)
    }
    #expect(try read("analyses.jsonl").split(separator: "\n").count == 3)
    let failure = try JSONParser.parse(try read("errors.jsonl").utf8)
    #expect(failure["source"]?.string == "articles/empty.txt")
    #expect(try read("documents.csv").split(whereSeparator: \.isNewline).count == 4)
    #expect(try read("findings.csv").contains("reckless"))
    #expect(try read("index.html").contains("A plan, number 1"))
    let reports = try FileManager.default.contentsOfDirectory(atPath: output + "/reports")
    #expect(reports.count == 3)
    for report in reports {
      #expect(try read("reports/\(report)").contains("reckless"))
      #expect(try read("index.html").contains("href=\"reports/\(report)\""))
    }
    let package = try JSONParser.parse(try read("datapackage.json").utf8)
    for resource in package["resources"]?.array ?? [] {
      let fields = resource["schema"]?["fields"]?.array?.compactMap { $0["name"]?.string } ?? []
      let header = try read(resource["path"]?.string ?? "").split(whereSeparator: \.isNewline).first
      #expect(header.map(String.init) == fields.joined(separator: ","))
    }
    #expect(package["resources"]?.array?.count == 6)
    for table in AnalysisTable.allCases {
      let header = try #require(try read("\(table.rawValue).csv").split(whereSeparator: \.isNewline).first)
      #expect(String(header) == table.header.joined(separator: ","))
    }
  }

  @Test("outlets stand side by side")
  func compare() throws {
    let folder = try CommandRunner.makeFolder()
    let lines = ["Ledger", "Courier"].map {
      #"{"id": "\#($0)", "outlet": "\#($0)", "text": "Perhaps the plan of the \#($0) is reckless and bold, and that is that."}"#
    }
    let path = folder.appending(path: "event.ndjson").path
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    let data = try CommandRunner.run(["compare", path, "--format", "json"])
    let comparison = try JSONParser.parse(data.output)
    #expect(comparison["outlets"]?.array?.map { $0["name"]?.string } == ["Ledger", "Courier"])
    #expect(
      comparison["warnings"]?.array?.contains { $0.string?.contains("One article per outlet") == true }
        == true)
    let page = try CommandRunner.run(["compare", path])
    #expect(page.status == 0 && page.text.contains("Courier") && page.text.contains("</html>"))
    let table = try CommandRunner.run(["compare", path, "--format", "csv"])
    #expect(table.text.hasPrefix("outlet,category,voice,"))
  }
}
