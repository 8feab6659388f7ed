#include "CPDFText.h"

#include <poppler.h>
#include <stdlib.h>
#include <string.h>

struct cpdf_document {
    PopplerDocument *poppler;
    GBytes *bytes;
};

int cpdf_open(const unsigned char *bytes, size_t length, cpdf_document **document) {
    *document = NULL;
    GBytes *held = g_bytes_new_static(bytes, length);
    GError *error = NULL;
    PopplerDocument *poppler = poppler_document_new_from_bytes(held, NULL, &error);
    if (poppler == NULL) {
        int encrypted = error != NULL && g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
        g_clear_error(&error);
        g_bytes_unref(held);
        return encrypted ? CPDF_ENCRYPTED : CPDF_DAMAGED;
    }
    cpdf_document *opened = malloc(sizeof(cpdf_document));
    if (opened == NULL) {
        g_object_unref(poppler);
        g_bytes_unref(held);
        return CPDF_DAMAGED;
    }
    opened->poppler = poppler;
    opened->bytes = held;
    *document = opened;
    return CPDF_OK;
}

int cpdf_page_count(const cpdf_document *document) { return poppler_document_get_n_pages(document->poppler); }

int cpdf_page_read(cpdf_document *document, int index, cpdf_page *page) {
    memset(page, 0, sizeof(*page));
    PopplerPage *poppler = poppler_document_get_page(document->poppler, index);
    if (poppler == NULL) return CPDF_DAMAGED;
    double width = 0, height = 0;
    poppler_page_get_size(poppler, &width, &height);
    page->width = (float)width;
    page->height = (float)height;

    PopplerRectangle *rectangles = NULL;
    guint count = 0;
    page->text = poppler_page_get_text(poppler);
    if (page->text != NULL && poppler_page_get_text_layout(poppler, &rectangles, &count) && count > 0) {
        page->boxes = malloc(count * sizeof(cpdf_box));
        if (page->boxes != NULL) {
            page->box_count = count;
            for (guint i = 0; i < count; i++) {
                page->boxes[i].left = (float)rectangles[i].x1;
                page->boxes[i].top = (float)rectangles[i].y1;
                page->boxes[i].right = (float)rectangles[i].x2;
                page->boxes[i].bottom = (float)rectangles[i].y2;
            }
        }
    }
    g_free(rectangles);
    page->text_length = page->text == NULL ? 0 : strlen(page->text);
    g_object_unref(poppler);
    return CPDF_OK;
}

void cpdf_page_free(cpdf_page *page) {
    g_free(page->text);
    free(page->boxes);
    memset(page, 0, sizeof(*page));
}

void cpdf_close(cpdf_document *document) {
    if (document == NULL) return;
    g_object_unref(document->poppler);
    g_bytes_unref(document->bytes);
    free(document);
}

const char *cpdf_version(void) { return poppler_get_version(); }
