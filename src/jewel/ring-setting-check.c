/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a setting a bench would send back. */
#include "ring-minimum.h"
#include "ring-setting.h"

typedef struct
{
  GArray *faults;
  RingSettingLeast least;
  gpointer user_data;
} Check;

/* Measures are compared as they are written: to a thousandth. */
static void
measure (Check *check, const char *minimum, double mm)
{
  double least = check->least != NULL ? check->least (minimum, check->user_data)
                                      : ring_minimum_find (minimum)->mm;
  RingSettingFault fault = { minimum, mm };

  if (mm < least - 5e-4)
    g_array_append_val (check->faults, fault);
}

/* Between the lowest rail, on the band, and the highest, under the girdle (ring-setting-claws.c).
 */
static double
rail_gap (const RingSetting *setting, const RingSettingGem *gem)
{
  double pavilion = gem->depth * (1 - ring_cut_crown_part (gem->cut));
  double room = gem->place.height - gem->surface - 0.30 * pavilion - setting->rails * setting->rail;

  return room / (setting->rails - 1);
}

static void
check_flush (Check *check, const RingSettingGem *gem)
{
  double pavilion = gem->depth * (1 - ring_cut_crown_part (gem->cut));
  double angle = gem->place.angle * G_PI / 180;
  double turn = gem->place.spin * G_PI / 180;
  double across = fabs (gem->length / 2 * cos (turn)) + fabs (gem->width / 2 * sin (turn));

  measure (check, "flush-metal", gem->place.height - pavilion);
  measure (check, "flush-border",
           ring_band_width (gem->band, angle) / 2 - fabs (gem->place.offset) - across);
}

GArray *
ring_setting_check (const RingSetting *setting,
                    const RingSettingGem *gem,
                    RingSettingLeast least,
                    gpointer user_data)
{
  Check check = { g_array_new (FALSE, FALSE, sizeof (RingSettingFault)), least, user_data };
  double pavilion = gem->depth * (1 - ring_cut_crown_part (gem->cut));

  measure (&check, "culet-clearance", gem->place.height - pavilion);
  if (ring_setting_has_claws (setting->kind))
    measure (&check, "prong", setting->claw);
  if (ring_setting_has_rails (setting->kind) && setting->rails > 0)
    measure (&check, "detail", setting->rail);
  if (ring_setting_has_rails (setting->kind) && setting->rails > 1)
    measure (&check, "rail-gap", rail_gap (setting, gem));
  if (setting->kind == RING_SETTING_CHANNEL)
    measure (&check, "channel-wall", setting->wall);
  else if (setting->kind == RING_SETTING_BAR)
    measure (&check, "bar", setting->wall);
  else if (ring_setting_has_wall (setting->kind))
    measure (&check, "bezel-wall", setting->wall);
  if (setting->kind == RING_SETTING_FLUSH)
    check_flush (&check, gem);
  return check.faults;
}
