// What Swift sees of the C library: its headers, and plain functions over what Swift cannot reach (node kinds that are
// variables, extensions that are looked up by name).
#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <string.h>

// The kinds of nodes that bodies know.
enum gongkai_kind {
    GONGKAI_OTHER = 0, GONGKAI_DOCUMENT, GONGKAI_HEADING, GONGKAI_PARAGRAPH, GONGKAI_LIST, GONGKAI_ITEM,
    GONGKAI_QUOTE, GONGKAI_CODE_BLOCK, GONGKAI_HTML, GONGKAI_BREAK, GONGKAI_TEXT, GONGKAI_SOFT_BREAK,
    GONGKAI_LINE_BREAK, GONGKAI_CODE, GONGKAI_EMPHASIS, GONGKAI_STRONG, GONGKAI_LINK, GONGKAI_IMAGE, GONGKAI_TABLE,
    GONGKAI_ROW, GONGKAI_CELL
};

static inline int gongkai_kind(cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    switch (type) {
        case CMARK_NODE_DOCUMENT: return GONGKAI_DOCUMENT;
        case CMARK_NODE_HEADING: return GONGKAI_HEADING;
        case CMARK_NODE_PARAGRAPH: return GONGKAI_PARAGRAPH;
        case CMARK_NODE_LIST: return GONGKAI_LIST;
        case CMARK_NODE_ITEM: return GONGKAI_ITEM;
        case CMARK_NODE_BLOCK_QUOTE: return GONGKAI_QUOTE;
        case CMARK_NODE_CODE_BLOCK: return GONGKAI_CODE_BLOCK;
        case CMARK_NODE_HTML_BLOCK: case CMARK_NODE_HTML_INLINE: return GONGKAI_HTML;
        case CMARK_NODE_THEMATIC_BREAK: return GONGKAI_BREAK;
        case CMARK_NODE_TEXT: return GONGKAI_TEXT;
        case CMARK_NODE_SOFTBREAK: return GONGKAI_SOFT_BREAK;
        case CMARK_NODE_LINEBREAK: return GONGKAI_LINE_BREAK;
        case CMARK_NODE_CODE: return GONGKAI_CODE;
        case CMARK_NODE_EMPH: return GONGKAI_EMPHASIS;
        case CMARK_NODE_STRONG: return GONGKAI_STRONG;
        case CMARK_NODE_LINK: return GONGKAI_LINK;
        case CMARK_NODE_IMAGE: return GONGKAI_IMAGE;
        default: break;
    }
    // Kinds of extensions have numbers that are known at run time only.
    const char *name = cmark_node_get_type_string(node);
    if (strcmp(name, "table") == 0) return GONGKAI_TABLE;
    if (strcmp(name, "table_row") == 0 || strcmp(name, "table_header") == 0) return GONGKAI_ROW;
    if (strcmp(name, "table_cell") == 0) return GONGKAI_CELL;
    return GONGKAI_OTHER;
}

// The tree of a text; NULL where memory ran out. Extensions must have been registered once before.
static inline cmark_node *gongkai_parse(const char *text, size_t length) {
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8);
    if (parser == NULL) return NULL;
    cmark_syntax_extension *table = cmark_find_syntax_extension("table");
    if (table != NULL) cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_feed(parser, text, length);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}
