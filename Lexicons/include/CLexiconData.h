#ifndef CLEXICONDATA_H
#define CLEXICONDATA_H
#include <stddef.h>
#endif
