/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has a design open. While a program has "NAME" open, a small hidden file ".NAME.lock" lies
 * beside it, which says who, on which computer, and since when, and which the program holds a lock
 * on. That is advice, never a promise: networks lose locks. What keeps a file from being
 * overwritten unseen is its hash at each save (ring-file.h).
 *
 * A claim is left, and is taken over, when it was made on this computer and nobody holds it, or
 * when nobody renewed it for half an hour. Any thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RingClaim RingClaim;

/* Somebody else; what is not known is empty or 0. */
typedef struct
{
  char *name;     /* of the person */
  char *host;     /* of the computer */
  char *computer; /* what tells computers of one name apart */
  gboolean here;  /* it is this computer */
  int process;
  guint64 start;  /* of the process, in ticks since the computer started */
  gint64 since;   /* ms since 1970, UTC */
} RingClaimOwner;

/* The seconds after which a claim wants to be renewed. */
#define RING_CLAIM_RENEWAL 300

/* Says that FILE is open here. NULL with OTHER (to be freed; may be NULL) where somebody else has it
 * open, and without OTHER where nothing can be said, as in a folder that nobody may write. */
RingClaim *ring_claim_take (GFile *file, RingClaimOwner **other) G_GNUC_WARN_UNUSED_RESULT;
void       ring_claim_renew (RingClaim *claim); /* in a thread: networks hang */
void       ring_claim_release (RingClaim *claim); /* NULL is nothing */
void       ring_claim_owner_free (RingClaimOwner *owner);

/* So that of two who save at once the second sees what the first wrote: waits, at most ten seconds,
 * for its turn at the file. -1 where there is nothing to wait for; the result goes to
 * ring_claim_end_turn() in any case. Blocks. */
int        ring_claim_take_turn (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void       ring_claim_end_turn (int turn);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingClaim, ring_claim_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingClaimOwner, ring_claim_owner_free)

G_END_DECLS
