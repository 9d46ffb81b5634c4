/// Joins what different articles call the same person, group or place.
///
/// Rules, each shown with what it joined:
///  - the user's aliases, before all others;
///  - the same name, titles and articles aside (*Premier Helene Marrow*, *Helene Marrow*);
///  - a longer name that ends in another of two words or more (*Helene Anna Marrow*: no, *Ana Helene Marrow*: yes);
///  - one word that ends exactly one longer name (*Marrow*), else that begins exactly one (*Straitline*);
///  - initials of exactly one name (*MSB*, *Maritime Safety Board*);
///  - a description (*the iron-fisted premier*) whose noun stands before, or in apposition to, exactly one name
///    in some article (*premier Helene Marrow*).
struct NameJoiner {
  /// A way to name somebody, as one article uses it.
  struct Occurrence: Equatable {
    var text: String
    var article: Int
    /// How often, or how much.
    var weight: Int
  }

  /// The entities, in order of their first occurrence, and the entity of each occurrence.
  static func join(
    _ occurrences: [Occurrence], aliases: Aliases, heads: [[String]: Set<String>]
  ) -> (entities: [NamedEntity], owners: [Int]) {
    var joiner = NameJoiner(aliases: aliases)
    joiner.read(occurrences)
    joiner.joinNames()
    joiner.joinDescriptions(heads)
    return joiner.finish(occurrences)
  }

  /// One spelling.
  private struct Form {
    var text: String
    var parts: NameParts
    var key: [String]
    /// The form it is joined to, itself when none.
    var parent: Int
    var rule: NamedEntity.Rule
  }

  private let aliases: Aliases
  private var forms: [Form] = []
  private var numbers: [String: Int] = [:]

  private init(aliases: Aliases) { self.aliases = aliases }

  private mutating func read(_ occurrences: [Occurrence]) {
    var aliased: [String: Int] = [:]
    for occurrence in occurrences {
      let folded = occurrence.text.lowercased()
      if numbers[folded] != nil { continue }
      numbers[folded] = forms.count
      var form = Form(
        text: occurrence.text, parts: NameParts(occurrence.text), key: [], parent: forms.count, rule: .itself)
      if let name = aliases.name(of: occurrence.text)
        ?? (form.parts.name.isEmpty ? nil : aliases.name(of: form.parts.name.joined(separator: " ")))
      {
        form.rule = .alias
        form.parts = NameParts(name)
        if let first = aliased[name] { form.parent = first } else { aliased[name] = forms.count }
      } else {
        form.key = form.parts.key
      }
      forms.append(form)
    }
  }

  private mutating func joinNames() {
    var byKey: [[String]: Int] = [:]
    for index in forms.indices where !forms[index].parts.name.isEmpty && forms[index].parent == index {
      let key = forms[index].parts.key
      if let first = byKey[key] {
        // A form of the user's keeps others of its name, not the other way round.
        if forms[index].rule == .alias, forms[first].rule != .alias {
          forms[first].parent = index
          forms[first].rule = .sameName
          byKey[key] = index
        } else if forms[index].rule != .alias {
          forms[index].parent = first
          forms[index].rule = .sameName
        }
      } else {
        byKey[key] = index
      }
    }
    let roots = byKey.sorted { $0.value < $1.value }
    var byLast: [String: [Int]] = [:]
    var byFirst: [String: [Int]] = [:]
    var byInitials: [String: [Int]] = [:]
    for (key, index) in roots where key.count > 1 {
      byLast[key[key.count - 1], default: []].append(index)
      byFirst[key[0], default: []].append(index)
      byInitials[String(key.compactMap(\.first)), default: []].append(index)
    }
    for (key, index) in roots where forms[index].rule == .itself {
      if key.count > 2 {
        for length in stride(from: key.count - 1, through: 2, by: -1) {
          guard let shorter = byKey[Array(key.suffix(length))], shorter != index else { continue }
          attach(index, to: shorter, .ending)
          break
        }
      } else if key.count == 1, let word = key.first {
        for (candidates, rule) in [
          (byLast[word], NamedEntity.Rule.lastWord), (byFirst[word], .firstWord),
          (isInitials(forms[index].parts.name[0]) ? byInitials[word] : nil, .initials),
        ] {
          let owners = Set((candidates ?? []).map { root(of: $0) })
          guard let owner = owners.first else { continue }
          if owners.count == 1 { attach(index, to: owner, rule) }
          break
        }
      }
    }
  }

  /// *MSB*, three capitals or more.
  private func isInitials(_ word: String) -> Bool { word.count > 2 && word == word.uppercased() }

  private mutating func joinDescriptions(_ heads: [[String]: Set<String>]) {
    var owners: [String: Set<Int>] = [:]
    for index in forms.indices where !forms[index].parts.name.isEmpty {
      for head in heads[forms[index].parts.key] ?? [] { owners[head, default: []].insert(root(of: index)) }
    }
    for index in forms.indices where forms[index].rule == .itself && forms[index].parts.name.isEmpty {
      guard let head = forms[index].parts.head, forms[index].parts.isDefinite, let found = owners[head],
        found.count == 1, let owner = found.first
      else { continue }
      attach(index, to: owner, .title(head))
    }
    // What is left is the same description in other words of the same length: *the union*, *The union*.
    var byText: [[String]: Int] = [:]
    for index in forms.indices where forms[index].parent == index && forms[index].parts.name.isEmpty {
      let words = NameParts.words(forms[index].text).map { $0.lowercased() }
      let key = Array(words.drop { NameParts.definite.contains($0) })
      if key.isEmpty { continue }
      if let first = byText[key] { attach(index, to: first, .sameName) } else { byText[key] = index }
    }
  }

  private mutating func attach(_ form: Int, to owner: Int, _ rule: NamedEntity.Rule) {
    guard root(of: owner) != form else { return }
    forms[form].parent = owner
    forms[form].rule = rule
  }

  private func root(of form: Int) -> Int {
    var form = form
    while forms[form].parent != form { form = forms[form].parent }
    return form
  }

  private func finish(_ occurrences: [Occurrence]) -> (entities: [NamedEntity], owners: [Int]) {
    var entities: [NamedEntity] = []
    var entityOfRoot: [Int: Int] = [:]
    var variantOfForm: [Int: Int] = [:]
    var owners: [Int] = []
    for occurrence in occurrences {
      let form = numbers[occurrence.text.lowercased()] ?? 0
      let root = root(of: form)
      let entity = entityOfRoot[root] ?? entities.count
      if entity == entities.count {
        entityOfRoot[root] = entity
        entities.append(NamedEntity(name: "", variants: []))
      }
      owners.append(entity)
      if let variant = variantOfForm[form] {
        entities[entity].variants[variant].weight += occurrence.weight
        if entities[entity].variants[variant].articles.last != occurrence.article {
          entities[entity].variants[variant].articles.append(occurrence.article)
        }
      } else {
        variantOfForm[form] = entities[entity].variants.count
        entities[entity].variants.append(
          NamedEntity.Variant(
            text: occurrence.text, rule: forms[form].rule, articles: [occurrence.article],
            weight: occurrence.weight))
      }
    }
    for (root, entity) in entityOfRoot { entities[entity].name = name(of: root, entities[entity]) }
    return (entities, owners)
  }

  /// The user's name, else the longest name in most words, else the first description.
  private func name(of root: Int, _ entity: NamedEntity) -> String {
    if forms[root].rule == .alias, let name = aliases.name(of: forms[root].text) { return name }
    var best: (name: [String], weight: Int) = ([], 0)
    for variant in entity.variants {
      let name = forms[numbers[variant.text.lowercased()] ?? root].parts.name
      guard name.count <= 4 else { continue }
      if (name.count, variant.weight) > (best.name.count, best.weight) { best = (name, variant.weight) }
    }
    return best.name.isEmpty ? entity.variants.first?.text ?? "" : best.name.joined(separator: " ")
  }
}

/// A person, group or place that articles name, with all that they call it.
public struct NamedEntity: Sendable, Equatable {
  /// Why a variant is taken to mean this entity.
  public enum Rule: Sendable, Equatable {
    /// It is the name that others are joined to.
    case itself
    /// The user's aliases say so.
    case alias
    /// The same words, titles and articles aside.
    case sameName
    /// It ends in the name.
    case ending
    /// It is the last word of exactly one name.
    case lastWord
    /// It is the first word of exactly one name.
    case firstWord
    /// It is the initials of exactly one name.
    case initials
    /// Its noun stands beside exactly one name.
    case title(String)
  }

  /// A way to name it.
  public struct Variant: Sendable, Equatable {
    /// As first written.
    public var text: String
    /// Why it belongs here.
    public var rule: Rule
    /// Articles that use it, in order.
    public var articles: [Int]
    /// How often, or how many words.
    public var weight: Int
  }

  /// The fullest name.
  public var name: String
  /// In order of first use.
  public var variants: [Variant]
}
