import Foundation
import Testing

/// The pages of `Reports/Samples`, which README shows, are what the program writes today.
@Suite("Sample pages")
struct SampleTests {
  @Test(
    "are up to date",
    arguments: [
      ("report.html", ["report", "Reports/Demo/tidewater-ledger.html"]),
      ("comparison.html", ["compare", "--manifest", "Reports/Demo/ferry-order/manifest.csv"]),
    ])
  func upToDate(name: String, arguments: [String]) throws {
    let written = try CommandRunner.run(arguments + ["--quiet"], folder: CommandRunner.root)
    #expect(written.status == 0, "\(written.errors)")
    let sample = CommandRunner.root.appending(path: "Reports/Samples/\(name)")
    let isSame = try Data(contentsOf: sample) == written.output
    #expect(isSame, "\(name) is not what the program writes; run make samples and look at the page")
    let verified = try CommandRunner.run(["verify", sample.path])
    #expect(verified.status == 0, "\(verified.errors)")
  }

  @Test("a changed number is found")
  func tampered() throws {
    let folder = try CommandRunner.makeFolder()
    let sample = CommandRunner.root.appending(path: "Reports/Samples/report.html")
    let page = try String(contentsOf: sample, encoding: .utf8)
    let changed = page.replacing("uses framing wording 2", with: "uses framing wording 3", maxReplacements: 1)
    #expect(changed != page)
    try Data(changed.utf8).write(to: folder.appending(path: "changed.html"))
    let outcome = try CommandRunner.run(["verify", "changed.html"], folder: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("changed.html: the first sentence: the page has"))
    let none = try CommandRunner.run(["verify", sample.deletingLastPathComponent().path + "/report.png"])
    #expect(none.status == 65)
  }
}
