/// Why a form or a guard cannot be read: the place in it, what is wrong, and what would be right.
package struct PatternError: Error, Equatable {
  /// Byte offset in the field.
  package var offset: Int
  /// What is wrong.
  package var problem: String
  /// What would be right.
  package var remedy: String
}
