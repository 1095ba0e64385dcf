/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose paper it is: the shop's name, where it is, the terms its clients sign under, and a letterhead
 * that was drawn for it. Immutable once made and reference-counted; any thread. */
#pragma once

#include <gio/gio.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* More is no letterhead and no address, characters and bytes. */
#define RING_SHOP_NAME_CHARS 100
#define RING_SHOP_CONTACT_CHARS 400
#define RING_SHOP_TERMS_CHARS 8000
#define RING_SHOP_LETTERHEAD_BYTES (4 * 1024 * 1024)

typedef struct
{
  char        *name;       /* "" for none */
  char        *contact;    /* lines of address, telephone and such */
  char        *terms;      /* paragraphs */
  RingDrawing *letterhead; /* NULL for none */
} RingShop;

/* Texts may be NULL; they become clean text (ring-text.h). LETTERHEAD may be NULL. */
RingShop *ring_shop_new (const char *name, const char *contact, const char *terms, const RingDrawing *letterhead) G_GNUC_WARN_UNUSED_RESULT;
RingShop *ring_shop_ref (const RingShop *shop);
void      ring_shop_unref (const RingShop *shop);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingShop, ring_shop_unref)

/* The drawing in an SVG, to be used as a letterhead: as safe as any file that is opened. NULL with an error
 * that says what to do. */
RingDrawing *ring_shop_read_letterhead (GBytes *svg, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A key file: group Shop with Name, Contact, Terms and Letterhead, an SVG that lies beside it. NULL with
 * an error. */
RingShop    *ring_shop_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
