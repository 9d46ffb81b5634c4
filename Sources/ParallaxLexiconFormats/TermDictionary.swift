/// A dictionary as other programs keep it: named groups of terms, before or after it is a lexicon.
///
/// Readers give what the file says, in its order; nothing is left out without a `Loss`.
public struct TermDictionary: Sendable, Equatable {
  /// What stars and question marks in a term mean.
  public enum Syntax: Sendable, Equatable {
    /// Nothing: a term is found as it is written (VADER, AFINN, Empath, MPQA).
    case literal
    /// A star at the end stands for any ending (LIWC).
    case trailingStar
    /// `*` stands for any letters, `?` for one (quanteda, Lexicoder, Yoshikoder, WordStat).
    case glob
  }

  /// A group of terms: a category of any depth.
  public struct Group: Sendable, Equatable {
    /// Names from the outermost category to this one.
    public var path: [String]
    /// The identifier the file gives it, such as a LIWC number.
    public var id: String?
    /// What the file says of it.
    public var note: String?
    /// Line in the file, from 1; 0 where it comes from no file.
    public var line: Int

    /// Makes a group.
    public init(path: [String], id: String? = nil, note: String? = nil, line: Int = 0) {
      self.path = path
      self.id = id
      self.note = note
      self.line = line
    }
  }

  /// A term in one group.
  public struct Term: Sendable, Equatable {
    /// What is looked for.
    public var text: String
    /// Index of its group.
    public var group: Int
    /// Number the file gives it, in the file's own scale; nil where it gives none.
    public var value: Double?
    /// Language as a BCP 47 tag, where the file says one.
    public var language: String?
    /// What the file notes on it.
    public var note: String?
    /// Further facts, in the order of the file.
    public var attributes: [Attribute] = []
    /// The part of speech it must have (`adj`, `noun`, `verb`, `adv`), nil for any.
    public var partOfSpeech: String?
    /// Whether its inflections are meant too.
    public var isStem = false
    /// Praise or blame, where the file says so in words.
    public var polarity: String?
    /// Lines in the file that name it, from 1.
    public var lines: [Int]

    /// Makes a term.
    public init(
      _ text: String, group: Int, value: Double? = nil, language: String? = nil, note: String? = nil,
      line: Int = 0
    ) {
      self.text = text
      self.group = group
      self.value = value
      self.language = language
      self.note = note
      lines = line > 0 ? [line] : []
    }
  }

  /// A further fact on a term.
  public struct Attribute: Sendable, Equatable {
    /// Its name.
    public var key: String
    /// Its value.
    public var value: String
    /// Makes an attribute.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Title or name that the file gives itself.
  public var title: String?
  /// What stars and question marks in terms mean.
  public var syntax: Syntax
  /// Groups in the order of the file.
  public private(set) var groups: [Group] = []
  /// Terms in the order of the file; none occurs twice in a group.
  public private(set) var terms: [Term] = []
  /// Largest absolute value of the scale, where the format fixes one (4 for VADER, 5 for AFINN).
  public var scale: Double?
  /// Whether groups are the format's own classes (positive, negative) and say nothing of the subject.
  public var hasGenericGroups = false

  private var places: [TermKey: Int] = [:]
  private var groupPlaces: [[String]: Int] = [:]

  private struct TermKey: Hashable, Sendable {
    var text: String
    var group: Int
  }

  /// Makes an empty dictionary.
  public init(syntax: Syntax = .glob) { self.syntax = syntax }

  /// Adds a group, or finds the one with the same path.
  @discardableResult
  public mutating func addGroup(_ group: Group) -> Int {
    if let known = groupPlaces[group.path] { return known }
    groupPlaces[group.path] = groups.count
    groups.append(group)
    return groups.count - 1
  }

  /// Most levels of groups that a file may nest.
  static let depthLimit = 64

  /// Index of the group with this path, nil where there is none.
  public func group(at path: [String]) -> Int? { groupPlaces[path] }

  /// What became of a term that was added.
  public enum Added: Sendable, Equatable {
    /// It is new.
    case new
    /// It is there already and says the same.
    case repeated
    /// It was there with another value, which the new one replaces, as in the programs that read such files.
    case replaced(Double?)
  }

  /// Adds a term to its group.
  @discardableResult
  public mutating func add(_ term: Term) -> Added {
    let key = TermKey(text: term.text, group: term.group)
    guard let known = places[key] else {
      places[key] = terms.count
      terms.append(term)
      return .new
    }
    let before = terms[known].value
    // Lines come in rising order.
    for line in term.lines where terms[known].lines.last != line { terms[known].lines.append(line) }
    guard before != term.value else { return .repeated }
    terms[known].value = term.value
    terms[known].attributes = term.attributes
    return .replaced(before)
  }

  /// Index of a term in a group, nil where it is not there.
  func index(of text: String, group: Int) -> Int? { places[TermKey(text: text, group: group)] }

  /// Lets a term that is there be found as a further part of speech.
  mutating func widen(_ index: Int, with term: Term) {
    if let old = terms[index].partOfSpeech, let new = term.partOfSpeech {
      let parts = Set(old.split(separator: "|") + new.split(separator: "|"))
      terms[index].partOfSpeech = parts.sorted().joined(separator: "|")
    } else {
      terms[index].partOfSpeech = nil
    }
    terms[index].isStem = terms[index].isStem || term.isStem
    terms[index].lines += term.lines
    for attribute in term.attributes {
      guard let known = terms[index].attributes.firstIndex(where: { $0.key == attribute.key }) else {
        continue
      }
      let values = terms[index].attributes[known].value.split(separator: "|").map(String.init)
      if !values.contains(attribute.value) {
        terms[index].attributes[known].value = (values + [attribute.value]).joined(separator: "|")
      }
    }
  }

  /// Two dictionaries are equal when they say the same, wherever their lines stand.
  public static func == (a: TermDictionary, b: TermDictionary) -> Bool {
    a.title == b.title && a.syntax == b.syntax && a.groups == b.groups && a.terms == b.terms
      && a.scale == b.scale && a.hasGenericGroups == b.hasGenericGroups
  }
}

extension TermDictionary {
  /// Adds a term of a file and says what that loses.
  mutating func add(_ term: Term, _ losses: inout LossReport) {
    let line = term.lines.first ?? 0
    let name = groups[term.group].path.last ?? ""
    switch add(term) {
    case .new: break
    case .repeated:
      losses.add(.duplicate, line: line, term.text, "stands in “\(name)” already; one entry remains")
    case .replaced(let before):
      losses.add(
        .duplicate, line: line, term.text,
        "stands in “\(name)” already with \(before.map(NumberText.of) ?? "no number"); the last one counts")
    }
  }
}
