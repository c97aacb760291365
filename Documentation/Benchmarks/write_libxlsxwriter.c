/* Writes the rows of mixed.csv with libxlsxwriter in constant memory, a style on every cell.
 *
 *   cc -O2 -o write_libxlsxwriter write_libxlsxwriter.c -lxlsxwriter
 *   write_libxlsxwriter mixed.csv out.xlsx
 *
 * The text is split in place: no field of these rows holds a quote or a line break of its own but in quotes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { COLUMNS = 12 };

/* Splits one record in place; returns where the next one starts, or NULL at the end. */
static char *split(char *at, char *fields[COLUMNS]) {
  if (*at == '\0') return NULL;
  for (int column = 0; column < COLUMNS; column++) {
    char *out = at;
    fields[column] = at;
    if (*at == '"') {
      fields[column] = ++at;
      out = at;
      while (*at != '\0' && !(at[0] == '"' && at[1] != '"')) {
        if (*at == '"') at++;
        *out++ = *at++;
      }
      if (*at == '"') at++;
    } else {
      while (*at != ',' && *at != '\n' && *at != '\0') at++;
      out = at;
    }
    char end = *at;
    *out = '\0';
    if (end != '\0') at++;
    if (end != ',') {
      for (column++; column < COLUMNS; column++) fields[column] = "";
    }
  }
  return at;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  FILE *file = fopen(arguments[1], "rb");
  if (file == NULL) return 2;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  if (text == NULL || fread(text, 1, (size_t)size, file) != (size_t)size) return 2;
  text[size] = '\0';
  fclose(file);

  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(arguments[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "export");
  const char *codes[] = {"General", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "#,##0.00", "0.0%", "@"};
  lxw_format *formats[6];
  for (int n = 0; n < 6; n++) {
    formats[n] = workbook_add_format(book);
    format_set_num_format(formats[n], codes[n]);
  }
  const int styles[COLUMNS] = {3, 5, 5, 5, 1, 2, 3, 3, 3, 4, 5, 5};
  const char kinds[COLUMNS + 1] = "nsssnnnnnnbs";
  char *fields[COLUMNS], *next = text;
  for (lxw_row_t row = 0; (next = split(next, fields)) != NULL; row++) {
    for (lxw_col_t column = 0; column < COLUMNS; column++) {
      char *field = fields[column];
      lxw_format *format = formats[styles[column]];
      if (*field == '\0')
        worksheet_write_blank(sheet, row, column, format);
      else if (row == 0 || kinds[column] == 's')
        worksheet_write_string(sheet, row, column, field, format);
      else if (kinds[column] == 'b')
        worksheet_write_boolean(sheet, row, column, *field == 'T', format);
      else
        worksheet_write_number(sheet, row, column, strtod(field, NULL), format);
    }
  }
  free(text);
  return workbook_close(book) == LXW_NO_ERROR ? 0 : 2;
}
