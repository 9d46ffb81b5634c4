extension Inflection {
  /// Past tenses of irregular verbs (*sold*, *went*), sorted: words that show that a noun stands before them.
  package static let irregularPasts: [String] = {
    var forms: Set<String> = []
    for (base, past) in irregularVerbs {
      if let first = past.first, first != base { forms.insert(first) }
    }
    return forms.sorted()
  }()

  /// Verbs whose past tense is the base form (*hit*, *cut*), sorted.
  package static let unchangedPasts: [String] = irregularVerbs.filter { $0.value.contains($0.key) }.map(\.key)
    .sorted()
}
