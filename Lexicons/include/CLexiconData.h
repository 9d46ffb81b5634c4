// The lexicon files inside the binary.
#ifndef CLEXICONDATA_H
#define CLEXICONDATA_H

#include "publish-once.h"

#include <stddef.h>

/// The bytes of a file; a count of 0 where the file was missing at build time.
struct parallax_file {
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// One lexicon folder.
struct parallax_lexicon {
  /// Path below `Lexicons`, such as `en/hedge`.
  const char *_Nonnull folder;
  struct parallax_file metadata;
  struct parallax_file entries;
  struct parallax_file examples;
};

/// The first of the embedded lexicons.
const struct parallax_lexicon *_Nonnull parallax_lexicons(void);

/// How many there are.
size_t parallax_lexicon_count(void);

/// The lexicons as `parallax lexicon compile` wrote them, aligned to 16 bytes; a count of 0 where the build
/// took in none.
struct parallax_file parallax_compiled_lexicons(void);

#endif
