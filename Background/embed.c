// How often words stand in general English, as bytes inside the binary.
#include "CBackgroundWords.h"

static const unsigned char words_en[] = {
#embed "words-en.tsv"
};

const unsigned char *parallax_background_words(size_t *count) {
  *count = sizeof(words_en);
  return words_en;
}
