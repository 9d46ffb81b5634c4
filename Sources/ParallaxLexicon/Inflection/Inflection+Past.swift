extension Inflection {
  /// Past tenses of irregular verbs (*sold*, *went*), sorted: words that show that a noun stands before them.
  package static let irregularPasts: [String] = {
    var forms: Set<String> = []
    for (base, past) in irregularVerbs {
      if let first = past.first, first != base { forms.insert(first) }
    }
    return forms.sorted()
  }()
}
