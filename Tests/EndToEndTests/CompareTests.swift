import Foundation
import ParallaxCore
import Testing

@Suite("Comparing outlets")
struct CompareTests {
  static let demo = CommandRunner.root.appending(path: "Reports/Demo/ferry-order")
  static let manifest = demo.appending(path: "manifest.csv").path

  private func folder(_ files: [String: String]) throws -> URL {
    let folder = try CommandRunner.makeFolder()
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return folder
  }

  private func compare(_ arguments: [String], in folder: URL) throws -> CommandRunner.Outcome {
    try CommandRunner.run(["compare"] + arguments, folder: folder)
  }

  private let news = """
    The port was closed on Monday after inspectors found cracks in nine pilings of the old pier. The director \
    said that it would open again in autumn. Boat owners were told of the decision by letter.
    """

  @Test("three articles of a manifest make a page and the same bytes every time")
  func manifest() throws {
    let page = try CommandRunner.run(["compare", "--manifest", Self.manifest])
    #expect(page.status == 0, "\(page.errors)")
    #expect(page.text.contains("Ferry back-to-work order") && page.text.contains("</html>"))
    for outlet in ["Northern Wire", "The Harbour Voice", "The Straits Courier"] {
      #expect(page.text.contains(outlet))
    }
    let again = try CommandRunner.run(["compare", "--manifest", Self.manifest, "--jobs", "1"])
    #expect(again.output == page.output)
  }

  @Test("what a manifest says goes over what the page says; batch takes it too")
  func hints() throws {
    let folder = try folder([
      "a.txt": news, "b.txt": news + " Nobody was hurt.",
      "m.csv": "path,outlet,event,date,genre\na.txt,Alpha,Pier,2026-03-04,opinion\nb.txt,Beta,Pier,,news\n",
    ])
    let json = try compare(["--manifest", "m.csv", "--format", "json"], in: folder)
    let articles = try JSONParser.parse(json.output)["articles"]?.array
    #expect(articles?.map { $0["outlet"]?.string } == ["Alpha", "Beta"])
    #expect(articles?.first?["published"]?.string == "2026-03-04")
    let warnings = try JSONParser.parse(json.output)["warnings"]?.array?.compactMap(\.string) ?? []
    #expect(warnings.contains { $0.contains("different genres (news, opinion)") })
    #expect(warnings.contains { $0.contains("too few to read a rate") })
    let batch = try CommandRunner.run(["batch", "--manifest", "m.csv", "-o", "out"], folder: folder)
    #expect(batch.status == 0, "\(batch.errors)")
    let documents = try String(contentsOf: folder.appending(path: "out/documents.csv"), encoding: .utf8)
    #expect(documents.contains("Alpha") && documents.contains("opinion"))
  }

  @Test("bad inputs: an error with its line, or a warning in the report")
  func bad() throws {
    let folder = try folder([
      "a.txt": news, "same.txt": news, "empty.txt": "", "b.txt": news + " Nobody was hurt.",
      "fr.txt":
        "Le port a été fermé lundi après que les inspecteurs ont trouvé des fissures dans les piliers du quai. "
        + "Le directeur a dit que le quai serait de nouveau ouvert à l'automne.",
      "missing.csv": "path\na.txt\nnowhere.txt\n", "column.csv": "path,paper\na.txt,A\n",

    ])
    for (arguments, status, words) in [
      (["a.txt"], Int32(65), "needs two or more articles"), ([], 64, "--manifest"),
      (["--manifest", "missing.csv"], 66, "missing.csv:3: nowhere.txt: no such file"),
      (["--manifest", "column.csv"], 65, "column.csv:1: unknown column “paper”"),
      (["--manifest", "none.csv"], 66, "none.csv: no such file"),
    ] {
      let outcome = try compare(arguments, in: folder)
      #expect(outcome.status == status && outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
    for (arguments, status, words) in [
      (["a.txt", "same.txt"], Int32(0), "word for word the same"),
      (["a.txt", "fr.txt"], 0, "was not measured"),
      (["a.txt", "b.txt", "empty.txt"], 2, "“empty.txt” is left out"),
    ] {
      let outcome = try compare(arguments, in: folder)
      #expect(outcome.status == status && outcome.text.contains(words), "\(arguments): \(outcome.errors)")
    }
  }
}
