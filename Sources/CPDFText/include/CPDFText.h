// A few plain functions over poppler-glib, so that GLib never enters Swift.
#pragma once
