import Foundation

/// From the start of the program to the JSON of an article of 6 KB.
struct StartUpBenchmark {
  let binary: String

  func run(into table: inout ResultTable) throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "parallax-start-\(ProcessInfo.processInfo.processIdentifier).txt")
    try Data(Corpus.generatedText(bytes: 5900)[0]).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let measured = try Stopwatch.command(binary, ["analyze", file.path], runs: 20)
    table.add("start to JSON, 6 KB, wall", seconds: measured.wall)
    table.add("start to JSON, 6 KB, processor", seconds: measured.processor)
  }
}
