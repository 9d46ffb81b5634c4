import Foundation
import ParallaxCore
import Testing

@Suite("Shared text and aligned sentences")
struct SharedTextCommandTests {
  private static let manifest = CommandRunner.root.appending(path: "Reports/Demo/ferry-order/manifest.csv")
    .path

  private func table(_ name: String) throws -> [String] {
    let outcome = try CommandRunner.run([
      "compare", "--manifest", Self.manifest, "--format", "csv", "--table", name,
    ])
    #expect(outcome.status == 0)
    return outcome.text.split(separator: "\r\n").map(String.init)
  }

  @Test("each table has its header and the demo's rows")
  func tables() throws {
    let shared = try table("shared")
    #expect(shared[0] == "passage,kind,n_outlets,verbatim,outlet,article,start,end,n_tokens,text")
    #expect(shared.count { $0.contains("whether the insulin is coming") } == 3)
    #expect(shared.contains { $0.contains(",excerpt,3,") && $0.contains("single engineer was on watch") })
    let quotations = try table("quotations")
    #expect(quotations[0] == "passage,outlet,article,speaker,verb,before,quotation,after")
    #expect(quotations.contains { $0.contains(",thunder,") && $0.contains("from the back of a truck") })
    let aligned = try table("aligned")
    #expect(aligned[0] == "event,row,n_outlets,score,outlet,article,start,end,text,differing")
    #expect(aligned.contains { $0.contains("draconian decree") })
    #expect(try table("alone").contains { $0.contains("number,1.9 million") })
    #expect(try table("rates-without-shared")[0] == table("rates")[0])
  }

  @Test("the data hold shared text, what is left without it, and aligned sentences")
  func data() throws {
    let outcome = try CommandRunner.run(["compare", "--manifest", Self.manifest, "--format", "json"])
    let json = try JSONParser.parse(outcome.output)
    let words = json["outlets"]?.array?.compactMap { $0["words"]?["all"]?.integer }
    let shares = json["sharedText"]?["shares"]?.array
    #expect(shares?.compactMap { $0["words"]?.integer } == words)
    let left = json["withoutSharedText"]?["outlets"]?.array?.compactMap { $0["words"]?["all"]?.integer }
    let shared = shares?.compactMap { $0["shared"]?.integer } ?? []
    #expect(left == zip(words ?? [], shared).map { $0 - $1 })
    #expect(
      json["withoutSharedText"]?["contrasts"]?.array?.count == json["contrasts"]?.array?.count)
    #expect(json["alignment"]?.array?.first?["rows"]?.array?.isEmpty == false)
    #expect(json["sharedText"]?["quotations"]?.array?.count == 8)
  }

  @Test("the page has both sections")
  func page() throws {
    let text = try CommandRunner.run(["compare", "--manifest", Self.manifest]).text
    #expect(text.contains("<section id=\"shared\"") && text.contains("<mark class=\"shared\">"))
    #expect(text.contains("<section id=\"aligned\"") && text.contains("<mark class=\"differs\">"))
  }
}
