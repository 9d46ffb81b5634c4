#ifndef CREPORTTEMPLATES_H
#define CREPORTTEMPLATES_H
#include <stddef.h>
#endif
