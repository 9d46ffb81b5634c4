import Testing

@testable import ParallaxComparison

@Suite("Names joined across articles")
struct NameJoinerTests {
  /// The groups of names, each with the name of its entity in front.
  private func groups(
    _ names: [String], aliases: Aliases = Aliases(), heads: [[String]: Set<String>] = [:]
  ) -> [[String]] {
    let occurrences = names.enumerated().map {
      NameJoiner.Occurrence(text: $0.element, article: $0.offset, weight: 1)
    }
    let joined = NameJoiner.join(occurrences, aliases: aliases, heads: heads)
    return joined.entities.map { [$0.name] + $0.variants.map(\.text) }
  }

  private func rules(
    _ names: [String], aliases: Aliases = Aliases(), heads: [[String]: Set<String>] = [:]
  ) -> [NamedEntity.Rule] {
    let joined = NameJoiner.join(
      names.enumerated().map { .init(text: $0.element, article: $0.offset, weight: 1) }, aliases: aliases,
      heads: heads)
    return joined.entities.flatMap { $0.variants.map(\.rule) }
  }

  @Test("titles, articles, possessives and case make no difference")
  func sameName() {
    let names = ["Premier Helene Marrow", "Helene Marrow", "HELENE MARROW", "the Premier Helene Marrow’s"]
    #expect(groups(names) == [["Helene Marrow"] + names.filter { $0 != "HELENE MARROW" }])
    #expect(groups(["The Maritime Safety Board", "Maritime Safety Board"]).count == 1)
    #expect(groups(["The union", "the union"]) == [["The union", "The union"]])
    #expect(groups(["the union", "this union"]).count == 1)
  }

  @Test("a surname joins the one name it ends; of two it joins none")
  func lastWord() {
    #expect(groups(["Marrow", "Helene Marrow"]) == [["Helene Marrow", "Marrow", "Helene Marrow"]])
    #expect(groups(["Marrow", "Helene Marrow", "Otto Marrow"]).count == 3)
    #expect(groups(["Ms. Marrow", "Helene Marrow"]).count == 1)
    #expect(rules(["Marrow", "Helene Marrow"]) == [.lastWord, .itself])
  }

  @Test("a firm's first word, initials, and a longer name that ends in another")
  func otherRules() {
    #expect(rules(["Straitline", "Straitline Ferries"]) == [.firstWord, .itself])
    #expect(rules(["Maritime Safety Board", "MSB"]) == [.itself, .initials])
    #expect(groups(["Maritime Safety Board", "Msb"]).count == 2, "initials stand in capitals")
    #expect(rules(["Cato Renshaw", "Opposition Cato Renshaw"]) == [.itself, .ending])
    #expect(groups(["Ana Ruiz", "Ana Vale"]).count == 2)
    #expect(groups(["North Harbor", "South Harbor", "Harbor"]).count == 3)
  }

  @Test("a name is read out of an apposition, and of a group of prepositions")
  func parts() {
    #expect(NameParts("A nurse at the hospital, Mina Okoro").name == ["Mina", "Okoro"])
    #expect(NameParts("Mina Okoro, a nurse").name == ["Mina", "Okoro"])
    #expect(NameParts("the bungling premier Helene Marrow").name == ["Helene", "Marrow"])
    #expect(NameParts("Ministry of Defence").name == ["Ministry", "of", "Defence"])
    #expect(NameParts("the veteran mayor of Vale").name.isEmpty)
    #expect(NameParts("the veteran mayor of Vale").head == "mayor")
    #expect(NameParts("Premier").head == "premier" && NameParts("Premier").isDefinite)
    #expect(!NameParts("a nurse").isDefinite)
    #expect(NameParts("").name.isEmpty && NameParts("…").head == nil)
  }

  @Test("a description joins the one name that its noun stands beside")
  func titles() {
    let heads = [["helene", "marrow"]: Set(["premier"]), ["cato", "renshaw"]: ["leader", "baker"]]
    let names = ["Helene Marrow", "the iron-fisted premier", "Cato Renshaw"]
    #expect(groups(names, heads: heads)[0] == ["Helene Marrow", "Helene Marrow", "the iron-fisted premier"])
    #expect(groups(["Helene Marrow", "a premier"], heads: heads).count == 2, "any premier at all")
    #expect(groups(["Helene Marrow", "premiers of the south"], heads: heads).count == 2)
    let two = [["helene", "marrow"]: Set(["premier"]), ["otto", "lind"]: ["premier"]]
    #expect(groups(["Helene Marrow", "Otto Lind", "the premier"], heads: two).count == 3)
    #expect(rules(names, heads: heads)[1] == .title("premier"))
  }

  @Test("a user's aliases go over every rule")
  func aliases() throws {
    let aliases = try Aliases(
      "# ours\nOtto Marrow = Marrow; the firebrand\n\nthe premier = the premier\n", file: "a.txt")
    let heads = [["helene", "marrow"]: Set(["premier"])]
    let found = groups(
      ["Marrow", "Helene Marrow", "The firebrand", "the premier", "Otto Marrow"], aliases: aliases,
      heads: heads)
    #expect(
      found == [
        ["Otto Marrow", "Marrow", "The firebrand", "Otto Marrow"], ["Helene Marrow", "Helene Marrow"],
        ["the premier", "the premier"],
      ])
  }

  @Test(
    "errors of an alias file name the line",
    arguments: [
      ("A = b\nC", "a.txt:2: expected a name"), ("= b", "a.txt:1: expected a name"),
      ("A = x\nB = X", "a.txt:2: “X” already means “A”"),
    ])
  func errors(_ text: String, _ message: String) {
    do {
      _ = try Aliases(text, file: "a.txt")
      Issue.record("no error")
    } catch { #expect("\(error)".hasPrefix(message), "\(error)") }
  }

  @Test("every occurrence has an entity, whatever the names")
  func hostile() {
    var state: UInt64 = 3
    let words = ["Marrow", "the", "premier", ",", "", "of", "A", "MSB", "’s", "Helene", "=", "\u{202E}"]
    for _ in 0..<200 {
      let names = (0..<12).map { _ in
        (0..<3).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1
          return words[Int(state >> 33) % words.count]
        }.joined(separator: " ")
      }
      let joined = NameJoiner.join(
        names.map { .init(text: $0, article: 0, weight: 1) }, aliases: Aliases(),
        heads: [["marrow"]: ["premier"]])
      #expect(joined.owners.count == names.count)
      #expect(joined.owners.allSatisfy { joined.entities.indices.contains($0) })
    }
  }
}
