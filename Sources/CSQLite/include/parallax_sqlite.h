// The little of SQLite that Parallax needs, from a library that is loaded when the first database is opened.

#ifndef PARALLAX_SQLITE_H
#define PARALLAX_SQLITE_H

#include <stddef.h>
#include <stdint.h>

/// A database that is open.
typedef struct parallax_sqlite_database parallax_sqlite_database;
/// A statement that has been compiled.
typedef struct parallax_sqlite_statement parallax_sqlite_statement;

/// Result codes that Parallax tells apart.
enum {
  PARALLAX_SQLITE_OK = 0,
  PARALLAX_SQLITE_FULL = 13,
  PARALLAX_SQLITE_ROW = 100,
  PARALLAX_SQLITE_DONE = 101,
};

/// Types of a cell.
enum {
  PARALLAX_SQLITE_INTEGER = 1,
  PARALLAX_SQLITE_FLOAT = 2,
  PARALLAX_SQLITE_TEXT = 3,
  PARALLAX_SQLITE_BLOB = 4,
  PARALLAX_SQLITE_NULL = 5,
};

/// Loads the library; to be called once, before anything else.
///
/// Returns 0 when there is none.
int parallax_sqlite_load(void);

/// Opens a database, for reading alone unless `writes`; also after a failure `*database` is to be closed.
int parallax_sqlite_open(const char *path, int writes, parallax_sqlite_database **database);
void parallax_sqlite_close(parallax_sqlite_database *database);
/// What went wrong last.
const char *parallax_sqlite_message(parallax_sqlite_database *database);
/// Where in the statement, in bytes from 0; -1 where that is not known.
int parallax_sqlite_error_offset(parallax_sqlite_database *database);
/// Lets statements read what is in the database and nothing else: no other files, no pragmas that change.
void parallax_sqlite_forbid_other_files(parallax_sqlite_database *database);

/// Compiles the first statement of a text; `*used` is how many bytes of the text it takes.
int parallax_sqlite_prepare(parallax_sqlite_database *database, const char *sql, int length,
                            parallax_sqlite_statement **statement, int *used);
void parallax_sqlite_finalize(parallax_sqlite_statement *statement);
/// Whether it changes nothing.
int parallax_sqlite_is_readonly(parallax_sqlite_statement *statement);
int parallax_sqlite_step(parallax_sqlite_statement *statement);
void parallax_sqlite_reset(parallax_sqlite_statement *statement);

/// Parameters count from 1. The bytes of a text must stay until the statement is reset.
int parallax_sqlite_bind_text(parallax_sqlite_statement *statement, int place, const char *text, int length);
int parallax_sqlite_bind_integer(parallax_sqlite_statement *statement, int place, int64_t number);
int parallax_sqlite_bind_float(parallax_sqlite_statement *statement, int place, double number);
int parallax_sqlite_bind_null(parallax_sqlite_statement *statement, int place);
int parallax_sqlite_parameters(parallax_sqlite_statement *statement);

/// Columns count from 0.
int parallax_sqlite_columns(parallax_sqlite_statement *statement);
const char *parallax_sqlite_column_name(parallax_sqlite_statement *statement, int column);
int parallax_sqlite_column_type(parallax_sqlite_statement *statement, int column);
int64_t parallax_sqlite_column_integer(parallax_sqlite_statement *statement, int column);
double parallax_sqlite_column_float(parallax_sqlite_statement *statement, int column);
/// The bytes of a text or blob, which stay until the next step.
const unsigned char *parallax_sqlite_column_text(parallax_sqlite_statement *statement, int column);
int parallax_sqlite_column_bytes(parallax_sqlite_statement *statement, int column);

#endif
