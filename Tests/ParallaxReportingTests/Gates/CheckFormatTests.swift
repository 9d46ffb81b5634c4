import ParallaxCore
import ParallaxScoring
import Testing

@testable import ParallaxReporting

/// SARIF, annotations of GitHub Actions, baselines and places in files.
@Suite struct CheckFormatTests {
  private let analysis = SampleArticle.harbour.analysis()

  private func sarif(_ baseline: Baseline? = nil, source: [UInt8]? = nil) throws -> JSONValue {
    var log = SARIFLog(baseline: baseline)
    log.add(analysis, source: source)
    return try JSONParser.parse(log.bytes)
  }

  /// The rules of the published schema that a log of ours can break.
  private func check(_ log: JSONValue) throws {
    #expect(log["version"]?.string == "2.1.0" && log["$schema"]?.string?.hasPrefix("https://") == true)
    let runs = try #require(log["runs"]?.array)
    #expect(runs.count == 1)
    let driver = try #require(runs[0]["tool"]?["driver"])
    #expect(driver["name"]?.string == "Parallax")
    let rules = try #require(driver["rules"]?.array)
    let ids = rules.compactMap { $0["id"]?.string }
    #expect(ids.count == rules.count && Set(ids).count == ids.count && ids == ids.sorted())
    for rule in rules {
      #expect(rule["shortDescription"]?["text"]?.string?.isEmpty == false)
      #expect(["none", "note", "warning", "error"].contains(rule["defaultConfiguration"]?["level"]?.string))
      #expect((rule["properties"]?["tags"]?.array?.count ?? 99) <= 10)
    }
    #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(runs[0]["columnKind"]?.string))
    let allowed: Set = [
      "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "baselineState",
      "suppressions", "properties",
    ]
    for result in try #require(runs[0]["results"]?.array) {
      #expect(Set((result.members ?? []).map(\.key)).isSubset(of: allowed))
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(ids.indices.contains(index) && ids[index] == result["ruleId"]?.string)
      #expect(["note", "warning"].contains(result["level"]?.string))
      #expect(result["message"]?["text"]?.string?.isEmpty == false)
      if let state = result["baselineState"]?.string { #expect(["new", "unchanged"].contains(state)) }
      for suppression in result["suppressions"]?.array ?? [] {
        #expect(["inSource", "external"].contains(suppression["kind"]?.string))
        #expect(["accepted", "underReview", "rejected"].contains(suppression["status"]?.string))
      }
      for location in try #require(result["locations"]?.array) {
        let physical = try #require(location["physicalLocation"])
        let uri = try #require(physical["artifactLocation"]?["uri"]?.string)
        #expect(!uri.contains(" ") && uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        guard let region = physical["region"] else { continue }
        let numbers = try ["startLine", "startColumn", "endLine", "endColumn"].map {
          try #require(region[$0]?.integer)
        }
        #expect(numbers.allSatisfy { $0 >= 1 } && numbers[0] <= numbers[2])
        if numbers[0] == numbers[2] { #expect(numbers[1] <= numbers[3]) }
      }
    }
  }

  @Test func sarifKeepsTheSchemasRules() throws {
    let plain = try sarif()
    try check(plain)
    #expect(plain["runs"]?.array?[0]["results"]?.array?.count == analysis.findings.count)
    let located = try sarif(source: analysis.article.text)
    try check(located)
    let regions = located["runs"]?.array?[0]["results"]?.array?.compactMap {
      $0["locations"]?.array?[0]["physicalLocation"]?["region"]
    }
    #expect(regions?.count == analysis.findings.count)
    try check(try JSONParser.parse(SARIFLog().bytes))
  }

  @Test func acceptedFindingsAreMarkedAndNotLeftOut() throws {
    var baseline = Baseline()
    var identity = FindingIdentity()
    for finding in analysis.findings.dropLast() {
      baseline.accept(identity.next(finding, in: analysis))
    }
    #expect(baseline.newFindings(of: analysis).count == 1)
    let log = try sarif(baseline)
    try check(log)
    let results = log["runs"]?.array?[0]["results"]?.array ?? []
    #expect(results.count == analysis.findings.count)
    #expect(results.count { $0["baselineState"]?.string == "new" } == 1)
    #expect(results.count { $0["suppressions"] != nil } == results.count - 1)
    #expect(Baseline(json: try JSONParser.parse(baseline.bytes)) == baseline)
    #expect(Baseline(json: try JSONParser.parse(Baseline().bytes)) == Baseline())
    #expect(Baseline(json: .null) == nil)
  }

  @Test func fingerprintsDiffer() {
    var identity = FindingIdentity()
    let first = analysis.findings.map { identity.next($0, in: analysis) }
    // The same findings once more are others.
    let second = analysis.findings.map { identity.next($0, in: analysis) }
    #expect(Set(first + second).count == analysis.findings.count * 2)
    #expect(first.allSatisfy { $0.utf8.count == 32 })
  }

  @Test func annotationsEscapeAndStopAtTen() {
    #expect(GitHubAnnotations.property("a:b,c%d\n") == "a%3Ab%2Cc%25d%0A")
    #expect(GitHubAnnotations.message("a:b,c\r\n") == "a:b,c%0D%0A")
    var annotations = GitHubAnnotations()
    var text = ""
    for _ in 0..<20 { text += annotations.lines(analysis, source: analysis.article.text) }
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::warning file=") } <= 10)
    #expect(lines.count { $0.hasPrefix("::notice file=") } <= 10)
    #expect(lines.allSatisfy { $0.contains(",line=") && $0.contains(",title=") })
    #expect(annotations.end.contains("\(analysis.findings.count * 20 - lines.count)"))
    #expect(GitHubAnnotations().end == "")
  }

  @Test func placesAreLinesAndColumnsOfTheFile() {
    let text = Array("Ein Kai.\n\nA “bold” plan, a bold plan.".utf8)
    let source = Array(
      "<head><title>a bold plan</title>\n<body>\n<p>A “bold” plan,\r\n a bold plan.</p>".utf8)
    let paragraph = TextSpan(10, text.count)
    func span(_ words: String, from: Int) -> TextSpan {
      let range = text[from...].firstRange(of: Array(words.utf8)) ?? from..<from
      return TextSpan(range.lowerBound, range.upperBound)
    }
    var places = FilePlaces(source: source)
    let first = span("bold", from: 10)
    #expect(
      places.place(of: first, paragraph: paragraph, in: text)
        == .init(startLine: 3, startColumn: 7, endLine: 3, endColumn: 11))
    // The second stands behind a line end that the article does not have.
    #expect(places.place(of: span("bold", from: first.end), paragraph: paragraph, in: text) == nil)
    var same = FilePlaces(source: text)
    #expect(
      same.place(of: span("bold", from: first.end), paragraph: paragraph, in: text)
        == .init(startLine: 3, startColumn: 18, endLine: 3, endColumn: 22))
  }

  @Test func pathsBecomeAddresses() {
    #expect(SARIFLog.uri("a b/ü:c.txt") == "a%20b/%C3%BC%3Ac.txt")
    #expect(SARIFLog.uri("https://a.example/b?c=d#e") == "https://a.example/b?c=d#e")
  }
}
