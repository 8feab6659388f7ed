// A few plain functions over poppler-glib, so that GLib never enters Swift.
//
// A document is used by one thread at a time; different documents may be used by different threads.
#pragma once
#include <stddef.h>

/// An open pdf.
typedef struct cpdf_document cpdf_document;

/// The extent of one character on its page in points, from the upper left corner.
typedef struct {
    float left, top, right, bottom;
} cpdf_box;

/// The text of a page: UTF-8, one box for each code point in order. `box_count` differs from the number of code points
/// only where poppler itself disagrees.
typedef struct {
    char *text;
    size_t text_length;
    cpdf_box *boxes;
    size_t box_count;
    float width, height;
} cpdf_page;

enum { CPDF_OK = 0, CPDF_DAMAGED = 1, CPDF_ENCRYPTED = 2 };

/// Opens a pdf that lies in memory; the bytes must stay where they are until `cpdf_close`.
int cpdf_open(const unsigned char *bytes, size_t length, cpdf_document **document);
/// How many pages it has.
int cpdf_page_count(const cpdf_document *document);
/// Reads the text of a page, counted from 0. CPDF_OK or CPDF_DAMAGED; on CPDF_OK free it with `cpdf_page_free`.
int cpdf_page_read(cpdf_document *document, int index, cpdf_page *page);
/// Frees what `cpdf_page_read` gave.
void cpdf_page_free(cpdf_page *page);
/// Closes a pdf.
void cpdf_close(cpdf_document *document);
/// The version of poppler.
const char *cpdf_version(void);
