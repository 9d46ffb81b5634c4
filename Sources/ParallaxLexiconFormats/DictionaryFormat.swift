/// The dictionary formats that are read, and in part written.
public enum DictionaryFormat: String, Sendable, CaseIterable {
  /// LIWC 2001 to 2015, with the Moral Foundations Dictionaries 1 and 2.
  case dic
  /// LIWC-22.
  case dicx
  /// quanteda's YAML.
  case quanteda
  /// Lexicoder 3.
  case lexicoder
  /// Yoshikoder and Lexicoder 2.
  case yoshikoder
  /// WordStat's category outline.
  case wordstat
  /// VADER's valence list.
  case vader
  /// AFINN's valence list.
  case afinn
  /// MPQA subjectivity clues.
  case mpqa
  /// Empath's categories.
  case empath
  /// A table of term, category and weight.
  case csv

  /// What the format is called in messages.
  public var title: String {
    switch self {
    case .dic: "LIWC dictionary"
    case .dicx: "LIWC-22 dictionary"
    case .quanteda: "quanteda dictionary"
    case .lexicoder: "Lexicoder dictionary"
    case .yoshikoder: "Yoshikoder dictionary"
    case .wordstat: "WordStat dictionary"
    case .vader: "VADER lexicon"
    case .afinn: "AFINN list"
    case .mpqa: "MPQA clue file"
    case .empath: "Empath table"
    case .csv: "table of terms"
    }
  }

  /// Whether dictionaries can be written in it.
  public var isWritten: Bool {
    switch self {
    case .dic, .dicx, .quanteda, .csv: true
    default: false
    }
  }

  /// The usual ending of a file's name, without the dot.
  public var fileExtension: String {
    switch self {
    case .dic: "dic"
    case .dicx: "dicx"
    case .quanteda: "yml"
    case .lexicoder: "lc3"
    case .yoshikoder: "ykd"
    case .wordstat: "cat"
    case .vader, .afinn: "txt"
    case .mpqa: "tff"
    case .empath: "tsv"
    case .csv: "csv"
    }
  }

  /// The format of a file by its name and, where names are shared, its first lines; nil when it is none of ours.
  public static func detect(path: String, bytes: [UInt8]) -> DictionaryFormat? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "dic": return .dic
    case "dicx": return .dicx
    case "yml", "yaml": return .quanteda
    case "lc3": return .lexicoder
    case "lcd", "ykd": return .yoshikoder
    case "cat": return .wordstat
    case "tff": return .mpqa
    case "csv": return firstLine(bytes).map { isDicxHeader($0) } == true ? .dicx : .csv
    case "txt", "tsv": return sniff(bytes)
    default: return nil
    }
  }

  /// Whether a name ends like a dictionary of another program's, so that it is no article and no lexicon table.
  public static func claims(path: String) -> Bool {
    let endings = ["dic", "dicx", "yml", "yaml", "lc3", "lcd", "ykd", "cat", "tff", "csv"]
    return endings.contains { path.lowercased().hasSuffix("." + $0) }
  }

  private static func firstLine(_ bytes: [UInt8]) -> String? {
    // What is no text has no first line; reading it says why.
    guard let text = try? SourceText(Array(bytes.prefix(64 << 10)), path: "") else { return nil }
    return text.lines.first?.text
  }

  private static func isDicxHeader(_ line: String) -> Bool {
    let first = line.prefix { $0 != "," }.trimmed.lowercased().filter { $0 != "\"" }
    return first == "entry" || first == "dicterm"
  }

  /// By the columns of the first line: two with a whole number, four with two numbers, or a list.
  private static func sniff(_ bytes: [UInt8]) -> DictionaryFormat? {
    guard let line = firstLine(bytes) else { return nil }
    if line.hasPrefix("type="), line.contains("priorpolarity=") { return .mpqa }
    let fields = line.tabFields
    if fields.first == "form" { return nil }
    if fields.count == 2, let value = NumberText.parse(fields[1]), value == value.rounded() { return .afinn }
    if fields.count >= 2, NumberText.parse(fields[1]) != nil { return .vader }
    return fields.count >= 2 ? .empath : nil
  }
}

/// A dictionary that was read, and what of its file could not be held.
public struct ReadDictionary: Sendable, Equatable {
  /// What the file says.
  public var dictionary: TermDictionary
  /// What it says in vain.
  public var losses: LossReport

  /// Makes a result.
  public init(dictionary: TermDictionary, losses: LossReport = .init()) {
    self.dictionary = dictionary
    self.losses = losses
  }
}

extension DictionaryFormat {
  /// Reads a dictionary file.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - path: Its path as the user gave it, for errors.
  /// - Throws: `LexiconFormatError` with every broken line; then nothing was read.
  /// - Complexity: O(n).
  public func read(_ bytes: [UInt8], path: String) throws(LexiconFormatError) -> ReadDictionary {
    let source = try SourceText(bytes, path: path)
    var losses = LossReport()
    source.report(to: &losses)
    var faults = FaultList()
    let dictionary =
      switch self {
      case .dic: LIWCDictionary.read(source, &losses, &faults)
      case .dicx: LIWCTable.read(source, &losses, &faults)
      case .quanteda: QuantedaYAML.read(source, &losses, &faults)
      case .lexicoder: LexicoderText.read(source, &losses, &faults)
      case .yoshikoder: YoshikoderXML.read(source, &losses, &faults)
      case .wordstat: WordStatOutline.read(source, &losses, &faults)
      case .vader: VADERLexicon.read(source, &losses, &faults)
      case .afinn: AFINNList.read(source, &losses, &faults)
      case .mpqa: MPQAClues.read(source, &losses, &faults)
      case .empath: EmpathTable.read(source, &losses, &faults)
      case .csv: TidyTermTable.read(source, &losses, &faults)
      }
    if faults.faults.isEmpty && dictionary.terms.isEmpty {
      faults.add(line: 1, text: "", "no term at all", "is it another format? name it with --from")
    }
    guard faults.faults.isEmpty else { throw .damaged(path: path, format: self, faults: faults.faults) }
    return ReadDictionary(dictionary: dictionary, losses: losses)
  }

  /// Writes a dictionary.
  ///
  /// - Throws: `LexiconFormatError.notWritten` for formats that are read only.
  /// - Complexity: O(n).
  public func write(
    _ dictionary: TermDictionary
  ) throws(LexiconFormatError) -> (bytes: [UInt8], losses: LossReport) {
    var losses = LossReport()
    let text =
      switch self {
      case .dic: LIWCDictionary.write(dictionary, &losses)
      case .dicx: LIWCTable.write(dictionary, &losses)
      case .quanteda: QuantedaYAML.write(dictionary, &losses)
      case .csv: TidyTermTable.write(dictionary, &losses)
      default: throw .notWritten(self)
      }
    return (Array(text.utf8), losses)
  }
}
