import ArgumentParser
import ParallaxKit
import ParallaxLexiconFormats

extension DictionaryFormat: ExpressibleByArgument {}

extension LexiconCommand {
  /// `parallax lexicon import`
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a lexicon folder of another program's dictionary, and says what it cannot hold.",
      discussion: """
        Reads LIWC (.dic, .dicx; Moral Foundations 1 and 2 are .dic), quanteda YAML, Lexicoder (.lc3, .lcd),
        Yoshikoder (.ykd), WordStat (.cat, without rules), VADER, AFINN, MPQA (.tff), Empath (.tsv) and tables of
        term,category,weight (.csv). A file with a broken line is refused whole, with every such line named. What
        a lexicon cannot hold is counted on standard error and listed in losses.tsv beside the entries.

        Bring in only what its licence lets you use, and say which it is with --license.

        Examples:
          parallax lexicon import moral.dic -o lexicons/moral --license "free for research"
          parallax lexicon import vader_lexicon.txt -o lexicons/vader --license MIT
          parallax lexicon import words.txt --from afinn -o lexicons/words
          parallax analyze story.html --lexicon lexicons/moral
        """)

    @Argument(help: "A dictionary file.")
    var input: String

    @Option(name: .shortAndLong, help: "Folder for the lexicon; made when missing.")
    var output: String

    @Option(help: "Format of the file, where its name and content do not tell.")
    var from: DictionaryFormat?

    @Option(help: "Short name of the lexicon; by default after the file.")
    var name: String?

    @Option(help: "Title of the lexicon; by default the file's.")
    var title: String?

    @Option(help: "Licence of the dictionary.")
    var license = "unknown"

    @Option(help: "Language of the terms.")
    var language = "en"

    @Option(help: "Put this before every category, to keep it apart from others of the same name.")
    var prefix = ""

    @Flag(help: "Write nothing and exit with 1 when anything is lost.")
    var strict = false

    @Flag(help: "Say nothing but errors.")
    var quiet = false

    func run() async throws {
      try await reportingFailures {
        let bytes = try Files.read(input)
        guard let format = from ?? DictionaryFormat.detect(path: input, bytes: bytes) else {
          throw LexiconFormatError.unknownFormat(path: input)
        }
        let read = try format.read(bytes, path: input)
        let made = LexiconImport(
          read.dictionary, format: format, path: input, sha256: SHA256.hexadecimal(of: bytes),
          .init(
            name: name ?? LexiconImport.name(for: input), title: title ?? "", license: license,
            language: language, prefix: prefix))
        var losses = read.losses
        losses.add(made.losses)
        // What was made must read back before any of it is written.
        _ = try made.lexicon(path: output)
        if strict && !losses.isEmpty {
          for line in losses.summary { Console.error("\(input): \(line)") }
          throw ExitCode(1)
        }
        try Files.makeFolder(output)
        try Files.write(made.metadata, to: output + "/lexicon.json")
        try Files.write(made.entries, to: output + "/entries.tsv")
        if !losses.isEmpty { try Files.write(Array(losses.table.utf8), to: output + "/losses.tsv") }
        if !quiet { report(read.dictionary, made, losses) }
      }
    }

    private func report(_ dictionary: TermDictionary, _ made: LexiconImport, _ losses: LossReport) {
      Console.line(
        "parallax: \(made.count) entries in \(dictionary.groups.count) categories written to \(output)")
      if losses.isEmpty {
        Console.line("parallax: nothing was lost")
      } else {
        for line in losses.summary { Console.warning(line) }
        Console.line("parallax: each of them is in \(output)/losses.tsv")
      }
    }
  }

  /// `parallax lexicon export`
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a lexicon as another program's dictionary, and says what that cannot hold.",
      discussion: """
        Inflections and alternatives are written out as terms of their own. A dictionary file in place of a
        lexicon is converted directly.

        Examples:
          parallax lexicon export hedge --format quanteda -o hedge.yml
          parallax lexicon export lexicons/moral --format dicx -o moral.dicx --losses losses.tsv
          parallax lexicon export moral.dic --format csv > moral.csv
        """)

    @Argument(help: "Name of a lexicon, a lexicon folder, or a dictionary file.")
    var lexicon: String

    @Option(help: "dic, dicx, quanteda or csv.")
    var format: DictionaryFormat

    @Option(name: .shortAndLong, help: "File to write; standard output when left out.")
    var output: String?

    @Option(help: "File for the list of what is lost, tab-separated.")
    var losses: String?

    @Flag(help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
      if !format.isWritten {
        throw ValidationError("--format \(format.rawValue) is read only; write dic, dicx, quanteda or csv")
      }
    }

    func run() async throws {
      try await reportingFailures {
        let (dictionary, lostBefore) = try source()
        let written = try format.write(dictionary)
        var lost = lostBefore
        lost.add(written.losses)
        try Files.deliver(written.bytes, to: output)
        if let losses { try Files.write(Array(lost.table.utf8), to: losses) }
        if !quiet { for line in lost.summary { Console.warning("\(lexicon): \(line)") } }
      }
    }

    private func source() throws -> (TermDictionary, LossReport) {
      if let (bytes, given) = try LexiconSource.dictionary(lexicon) {
        let read = try given.read(bytes, path: lexicon)
        return (read.dictionary, read.losses)
      }
      var isFolder = false
      let exists = Files.exists(lexicon, isFolder: &isFolder)
      let isPath = lexicon.contains("/") || lexicon.contains(".")
      let known = isPath && exists ? [] : try BuiltInLexicons.load()
      if let found = known.first(where: { $0.info.name == lexicon }) {
        return LexiconExport.dictionary(of: found, for: format)
      }
      guard exists else {
        let names = known.map(\.info.name).sorted().joined(separator: ", ")
        throw Failure.usage("no lexicon, folder or file “\(lexicon)”; built in are \(names)")
      }
      let loaded = try LexiconFolder.load(lexicon)
      guard loaded.count == 1, let only = loaded.first else {
        throw Failure.usage("\(lexicon): holds \(loaded.count) lexicons; name the folder of one")
      }
      return LexiconExport.dictionary(of: only, for: format)
    }
  }
}
