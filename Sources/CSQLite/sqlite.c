#include "parallax_sqlite.h"

#include <dlfcn.h>
#include <string.h>

// SQLite's binary interface has not changed since 2004; the numbers are those of sqlite3.h.
enum {
  OPEN_READONLY = 0x1,
  OPEN_READWRITE = 0x2,
  OPEN_CREATE = 0x4,
  DENY = 1,
  ACTION_PRAGMA = 19,
  ACTION_ATTACH = 24,
};

typedef parallax_sqlite_database database;
typedef parallax_sqlite_statement statement;

static int (*open_v2)(const char *, database **, int, const char *);
static int (*close_v2)(database *);
static const char *(*errmsg)(database *);
static int (*error_offset)(database *);
static int (*set_authorizer)(database *,
                             int (*)(void *, int, const char *, const char *, const char *, const char *),
                             void *);
static int (*prepare_v2)(database *, const char *, int, statement **, const char **);
static int (*finalize)(statement *);
static int (*stmt_readonly)(statement *);
static int (*step)(statement *);
static int (*reset)(statement *);
static int (*bind_text)(statement *, int, const char *, int, void (*)(void *));
static int (*bind_int64)(statement *, int, int64_t);
static int (*bind_double)(statement *, int, double);
static int (*bind_null)(statement *, int);
static int (*bind_parameter_count)(statement *);
static int (*column_count)(statement *);
static const char *(*column_name)(statement *, int);
static int (*column_type)(statement *, int);
static int64_t (*column_int64)(statement *, int);
static double (*column_double)(statement *, int);
static const unsigned char *(*column_text)(statement *, int);
static int (*column_bytes)(statement *, int);

static const char *const names[] = {
#ifdef __APPLE__
    "/usr/lib/libsqlite3.dylib", "libsqlite3.dylib",
#else
    "libsqlite3.so.0", "libsqlite3.so",
#endif
};

static int find(void *library, const char *name, void *function) {
  void *address = dlsym(library, name);
  memcpy(function, &address, sizeof address);
  return address != NULL;
}

int parallax_sqlite_load(void) {
  for (size_t at = 0; at < sizeof names / sizeof *names; at++) {
    void *library = dlopen(names[at], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) continue;
    find(library, "sqlite3_error_offset", &error_offset);  // since 3.38
    if (find(library, "sqlite3_open_v2", &open_v2) && find(library, "sqlite3_close_v2", &close_v2) &&
        find(library, "sqlite3_errmsg", &errmsg) &&
        find(library, "sqlite3_set_authorizer", &set_authorizer) &&
        find(library, "sqlite3_prepare_v2", &prepare_v2) && find(library, "sqlite3_finalize", &finalize) &&
        find(library, "sqlite3_stmt_readonly", &stmt_readonly) && find(library, "sqlite3_step", &step) &&
        find(library, "sqlite3_reset", &reset) && find(library, "sqlite3_bind_text", &bind_text) &&
        find(library, "sqlite3_bind_int64", &bind_int64) &&
        find(library, "sqlite3_bind_double", &bind_double) &&
        find(library, "sqlite3_bind_null", &bind_null) &&
        find(library, "sqlite3_bind_parameter_count", &bind_parameter_count) &&
        find(library, "sqlite3_column_count", &column_count) &&
        find(library, "sqlite3_column_name", &column_name) &&
        find(library, "sqlite3_column_type", &column_type) &&
        find(library, "sqlite3_column_int64", &column_int64) &&
        find(library, "sqlite3_column_double", &column_double) &&
        find(library, "sqlite3_column_text", &column_text) &&
        find(library, "sqlite3_column_bytes", &column_bytes))
      return 1;
    dlclose(library);
  }
  return 0;
}

int parallax_sqlite_open(const char *path, int writes, database **opened) {
  return open_v2(path, opened, writes ? OPEN_READWRITE | OPEN_CREATE : OPEN_READONLY, NULL);
}

void parallax_sqlite_close(database *opened) { close_v2(opened); }

const char *parallax_sqlite_message(database *opened) { return errmsg(opened); }

int parallax_sqlite_error_offset(database *opened) {
  return error_offset == NULL ? -1 : error_offset(opened);
}

// A pragma that is given a value changes something, if only this connection.
static int judge(void *context, int action, const char *first, const char *second, const char *third,
                 const char *fourth) {
  (void)context, (void)third, (void)fourth;
  if (action == ACTION_ATTACH) return DENY;
  if (action == ACTION_PRAGMA && second != NULL && strncmp(first, "table_", 6) != 0 &&
      strncmp(first, "index_", 6) != 0)
    return DENY;
  return PARALLAX_SQLITE_OK;
}

void parallax_sqlite_forbid_other_files(database *opened) { set_authorizer(opened, judge, NULL); }

int parallax_sqlite_prepare(database *opened, const char *sql, int length, statement **compiled, int *used) {
  const char *tail = sql;
  int code = prepare_v2(opened, sql, length, compiled, &tail);
  *used = tail == NULL ? length : (int)(tail - sql);
  return code;
}

void parallax_sqlite_finalize(statement *compiled) { finalize(compiled); }

int parallax_sqlite_is_readonly(statement *compiled) { return stmt_readonly(compiled); }

int parallax_sqlite_step(statement *compiled) { return step(compiled); }

void parallax_sqlite_reset(statement *compiled) { reset(compiled); }

int parallax_sqlite_bind_text(statement *compiled, int place, const char *text, int length) {
  return bind_text(compiled, place, text, length, NULL);
}

int parallax_sqlite_bind_integer(statement *compiled, int place, int64_t number) {
  return bind_int64(compiled, place, number);
}

int parallax_sqlite_bind_float(statement *compiled, int place, double number) {
  return bind_double(compiled, place, number);
}

int parallax_sqlite_bind_null(statement *compiled, int place) { return bind_null(compiled, place); }

int parallax_sqlite_parameters(statement *compiled) { return bind_parameter_count(compiled); }

int parallax_sqlite_columns(statement *compiled) { return column_count(compiled); }

const char *parallax_sqlite_column_name(statement *compiled, int column) {
  return column_name(compiled, column);
}

int parallax_sqlite_column_type(statement *compiled, int column) { return column_type(compiled, column); }

int64_t parallax_sqlite_column_integer(statement *compiled, int column) {
  return column_int64(compiled, column);
}

double parallax_sqlite_column_float(statement *compiled, int column) {
  return column_double(compiled, column);
}

const unsigned char *parallax_sqlite_column_text(statement *compiled, int column) {
  return column_text(compiled, column);
}

int parallax_sqlite_column_bytes(statement *compiled, int column) { return column_bytes(compiled, column); }
