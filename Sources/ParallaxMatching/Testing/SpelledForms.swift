import ParallaxCore
import ParallaxLexicon

/// Texts that a pattern must find: every path, and every word of every step, spelled as in running text.
enum SpelledForms {
  /// For each path one text with the first words of all steps, and one for each further word of a step.
  static func of(_ pattern: Pattern) -> [String] {
    var texts: [String] = []
    for path in pattern.paths {
      let first = path.map { spell($0, choice: 0) }
      texts.append(join(first))
      for (index, step) in path.enumerated() {
        guard case .words(let words) = step else { continue }
        for choice in words.indices.dropFirst() {
          var changed = first
          changed[index] = spell(step, choice: choice)
          texts.append(join(changed))
        }
      }
    }
    return texts
  }

  private static func spell(_ step: PatternStep, choice: Int) -> String {
    switch step {
    case .words(let words):
      let word = words[choice]
      // What a wildcard stands for.
      if word.utf8.count > 1 && word.hasSuffix("*") { return word.dropLast() + "zorvath" }
      if word.utf8.count > 1 && word.hasPrefix("*") { return "zorvath" + word.dropFirst() }
      return word
    case .exact(let word): return word
    case .number: return "7"
    case .name: return "Zorvath"
    case .gap: return "zorvath"
    case .wordClass: return "zorvath"
    }
  }

  /// Words with blanks between them; clitics and most marks cling to the word before.
  private static func join(_ words: [String]) -> String {
    var text = ""
    for word in words {
      let clings =
        WordForm.clitics.contains(word)
        || [",", ".", ";", ":", "!", "?", "%", ")", "...", "'"].contains(word)
      if !text.isEmpty && !clings && !text.hasSuffix("(") { text += " " }
      text += word
    }
    return text
  }
}
