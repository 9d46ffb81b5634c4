import Foundation
import Testing

/// The commands for people who write lexicons.
@Suite("Lexicon commands")
struct LexiconCommandTests {
  private func table(_ rows: [String], in folder: URL, _ name: String) throws -> String {
    let header = "form\tcategory\tsubcategory\tweight\tpolarity\tneutral\tguard\tattributes\tsource\tnote\n"
    let path = folder.appending(path: name)
    try Data((header + rows.map { $0.replacing("|", with: "\t") + "\n" }.joined()).utf8).write(to: path)
    return path.path
  }

  @Test("diff says what changes in the entries and in the findings")
  func diff() throws {
    let folder = try CommandRunner.makeFolder()
    let (old, new) = (folder.appending(path: "old"), folder.appending(path: "new"))
    for version in [old, new] {
      try FileManager.default.createDirectory(at: version, withIntermediateDirectories: true)
    }
    let before = try table(["bold|evaluative|judgement|0.5|positive||||s"], in: old, "mine.tsv")
    let after = try table(
      ["bold|evaluative|judgement|0.4|positive||||s", "brave|evaluative|judgement|0.3|positive||||s"],
      in: new,
      "mine.tsv")
    let article = folder.appending(path: "a.txt")
    try Data("A bold plan and a brave mayor were seen in the town.".utf8).write(to: article)
    let outcome = try CommandRunner.run(["lexicon", "diff", before, after, "--corpus", article.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.lines == [
        "~\tmine\tbold\tweight 0.5 → 0.4", "+\tmine\tbrave\tevaluative.judgement 0.3",
        "~\t\(article.path)\tbold\tevaluative.judgement\tbold\t0.5\t0.4",
        "+\t\(article.path)\tbrave\tevaluative.judgement\tbrave\t0.0\t0.3",
      ])
    #expect(outcome.errors.contains("1 entries new, 0 gone, 1 changed"))
  }

  @Test("diff of what is not there is 66 or 65 and names it")
  func diffMissing() throws {
    let outcome = try CommandRunner.run(["lexicon", "diff", "built-in", "no-such-lexicon"])
    #expect(outcome.status != 0 && outcome.errors.contains("no-such-lexicon"))
  }

  @Test("coverage gives four tables")
  func coverage() throws {
    let article = CommandRunner.root.appending(path: "Reports/Demo/tidewater-ledger.html").path
    let outcome = try CommandRunner.run(["lexicon", "coverage", article, "--top", "3"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    for head in ["category\tfindings", "findings\tlexicon\tentry", "lexicon\tentries\tnever", "times\tword"] {
      #expect(outcome.lines.contains { $0.hasPrefix(head) }, "\(head)")
    }
  }
}
