import ParallaxCore

extension Lexicon {
  /// The lexicon with its name before these categories: `positive` becomes `mine.positive`.
  ///
  /// - Complexity: O(n) in entries.
  package func qualifying(_ categories: Set<String>) -> Lexicon {
    var lexicon = self
    func qualified(_ name: String) -> String { categories.contains(name) ? "\(info.name).\(name)" : name }
    lexicon.ownCategories = ownCategories.map { (qualified($0.name), $0.subcategories) }
    lexicon.entries = entries.map { entry in
      guard categories.contains(entry.info.category.name) else { return entry }
      let old = entry.info
      var entry = entry
      entry.info = EntryInfo(
        lexicon: old.lexicon, id: old.id, form: old.form, category: Category(qualified(old.category.name)),
        subcategory: old.subcategory, weight: old.weight, polarity: old.polarity, neutral: old.neutral,
        note: old.note, source: old.source, attributes: old.attributes)
      return entry
    }
    return lexicon
  }
}
