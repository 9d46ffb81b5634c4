import ParallaxKit

/// Which lexicons a run measures with: the built-in ones, the user's, and what is switched off.
struct LexiconChoice {
  /// All lexicons; nil where the built-in ones are used as they are.
  private(set) var lexicons: [Lexicon]?
  /// The user's, in the order in which they were named.
  private(set) var own: [Lexicon] = []
  /// Entries that do not count, as `lexicon:entry`.
  private(set) var suppressed: Set<String> = []

  /// Reads lexicons and switches off what is to be.
  ///
  /// A lexicon of the user's replaces a built-in one of its name. `without` names lexicons (`slogan`) and entries
  /// (`hedge:ymmv`); a lexicon's metadata may name more under `switchesOff`.
  init(paths: [String], without: [String], usesBuiltIn: Bool, quiet: Bool) throws {
    if paths.isEmpty && without.isEmpty && usesBuiltIn { return }
    for path in paths {
      for lexicon in try LexiconSource.load(path, quiet: quiet) {
        if let place = own.firstIndex(where: { $0.info.name == lexicon.info.name }) {
          if !quiet {
            Console.warning(
              "\(path): two lexicons are called “\(lexicon.info.name)”; the last one counts (lexicon import --name "
                + "gives another)")
          }
          own.remove(at: place)
        }
        own.append(lexicon)
      }
    }
    if own.isEmpty && !usesBuiltIn {
      throw Failure.usage("--no-built-in leaves no lexicon; name one with --lexicon")
    }
    keepApart(quiet: quiet)
    let names = Set(own.map(\.info.name))
    if !usesBuiltIn { suppressed.formUnion(Detectors.entries.map(\.id)) }
    var all = usesBuiltIn ? try BuiltInLexicons.load().filter { !names.contains($0.info.name) } : []
    all += own
    for item in without { try switchOff(item, said: "--without", &all) }
    for lexicon in own {
      for item in lexicon.switchesOff { try switchOff(item, said: lexicon.path, &all) }
    }
    own.removeAll { lexicon in !all.contains { $0.info.name == lexicon.info.name } }
    lexicons = all
  }

  private mutating func switchOff(_ item: String, said: String, _ all: inout [Lexicon]) throws {
    if let place = all.firstIndex(where: { $0.info.name == item }) {
      all.remove(at: place)
      return
    }
    let parts = item.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, let lexicon = all.first(where: { $0.info.name == parts[0] }),
      lexicon.entries.contains(where: { $0.info.id == parts[1] })
    {
      suppressed.insert(item)
      return
    }
    let detectors = Detectors.entries.map(\.id)
    if item == Detectors.lexicon {
      suppressed.formUnion(detectors)
      return
    }
    if detectors.contains(item) {
      suppressed.insert(item)
      return
    }
    let known = all.map(\.info.name).sorted().joined(separator: ", ")
    throw Failure.usage(
      "\(said): nothing called “\(item)” to switch off; name a lexicon (\(known)) or an entry such as hedge:ymmv"
    )
  }

  /// Gives categories that two of the user's lexicons share names of their own, so that each is measured apart.
  private mutating func keepApart(quiet: Bool) {
    var holders: [String: Int] = [:]
    for lexicon in own {
      for category in Set(lexicon.ownCategories.map(\.name)) { holders[category, default: 0] += 1 }
    }
    let shared = Set(holders.filter { $0.value > 1 }.keys).filter {
      Category($0).precedence >= Category.codebook.count
    }
    guard !shared.isEmpty else { return }
    for index in own.indices { own[index] = own[index].qualifying(shared) }
    if quiet { return }
    Console.warning(
      "several lexicons have the categories \(shared.sorted().joined(separator: ", ")); each is measured apart, as "
        + "lexicon.category")
  }
}
