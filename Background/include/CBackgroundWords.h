#ifndef CBACKGROUNDWORDS_H
#define CBACKGROUNDWORDS_H
#include <stddef.h>

// Gives the bytes of words-en.tsv and writes their number to `count`.
const unsigned char *parallax_background_words(size_t *count);

#endif
