// The lexicon files, as bytes inside the binary.
#include "CLexiconData.h"
