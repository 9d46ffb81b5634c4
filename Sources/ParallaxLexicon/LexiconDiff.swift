import ParallaxCore

/// What differs between two sets of lexicons, entry by entry.
public enum LexiconDiff {
  /// An entry that is new, gone or changed.
  public struct Change: Sendable, Equatable, CustomStringConvertible {
    /// Name of the lexicon.
    public var lexicon: String
    /// The entry's form.
    public var form: String
    /// What happened to it.
    public var kind: Kind

    /// What happened to an entry.
    public enum Kind: Sendable, Equatable {
      /// It is new; its category and weight.
      case added(String)
      /// It is gone; its category and weight.
      case removed(String)
      /// Fields that changed, each as `weight 0.4 → 0.5`.
      case changed([String])
    }

    /// A sign (`+`, `-`, `~`), the lexicon, the form and what there is to say, with tabs between.
    public var description: String {
      switch kind {
      case .added(let text): "+\t\(lexicon)\t\(form)\t\(text)"
      case .removed(let text): "-\t\(lexicon)\t\(form)\t\(text)"
      case .changed(let fields): "~\t\(lexicon)\t\(form)\t\(fields.joined(separator: "; "))"
      }
    }
  }

  /// The changes from `old` to `new`, sorted by lexicon and entry.
  ///
  /// Entries are the same when lexicon and identifier are; an entry whose form changed is one gone and one new.
  ///
  /// - Complexity: O(n log n) in entries.
  public static func changes(from old: [Lexicon], to new: [Lexicon]) -> [Change] {
    let before = entries(of: old)
    let after = entries(of: new)
    let beforeByKey = Dictionary(before.map { ($0.key, $0.entry) }) { first, _ in first }
    let afterByKey = Dictionary(after.map { ($0.key, $0.entry) }) { first, _ in first }
    var keyed: [(key: Key, change: Change)] = []
    for (key, entry) in before where afterByKey[key] == nil {
      keyed.append((key, change(entry, key, .removed(summary(entry.info)))))
    }
    for (key, entry) in after {
      guard let known = beforeByKey[key] else {
        keyed.append((key, change(entry, key, .added(summary(entry.info)))))
        continue
      }
      let fields = differences(known, entry)
      if !fields.isEmpty { keyed.append((key, change(entry, key, .changed(fields)))) }
    }
    return keyed.sorted { ($0.key.lexicon, $0.key.id) < ($1.key.lexicon, $1.key.id) }.map(\.change)
  }

  private struct Key: Hashable {
    var lexicon: String
    var id: String
  }

  private static func entries(of lexicons: [Lexicon]) -> [(key: Key, entry: Entry)] {
    lexicons.flatMap { lexicon in
      lexicon.entries.map { (Key(lexicon: lexicon.info.name, id: $0.info.id), $0) }
    }
  }

  private static func change(_ entry: Entry, _ key: Key, _ kind: Change.Kind) -> Change {
    Change(lexicon: key.lexicon, form: entry.info.form, kind: kind)
  }

  private static func kind(_ info: EntryInfo) -> String {
    info.subcategory.isEmpty ? info.category.name : "\(info.category.name).\(info.subcategory)"
  }

  private static func summary(_ info: EntryInfo) -> String { "\(kind(info)) \(info.weight)" }

  private static func differences(_ old: Entry, _ new: Entry) -> [String] {
    var fields: [String] = []
    func compare(_ name: String, _ before: String?, _ after: String?) {
      if before != after { fields.append("\(name) \(before ?? "none") → \(after ?? "none")") }
    }
    let (before, after) = (old.info, new.info)
    compare("form", before.form, after.form)
    compare("category", kind(before), kind(after))
    compare("weight", "\(before.weight)", "\(after.weight)")
    compare("polarity", before.polarity.rawValue, after.polarity.rawValue)
    compare("neutral", before.neutral, after.neutral)
    if old.guards != new.guards { fields.append("guard") }
    compare("attributes", attributes(before), attributes(after))
    compare("source", before.source, after.source)
    compare("note", before.note, after.note)
    return fields
  }

  private static func attributes(_ info: EntryInfo) -> String? {
    info.attributes.isEmpty
      ? nil : info.attributes.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
  }
}
