#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Composes halo.rec, the pen recording behind the second sample: an oval sapphire in four claws with
a halo, split shoulders drawn once under symmetry, and metal laid between the lines.

The hand is that of compose_commission.py.

Usage: compose_halo.py > halo.rec
"""
import random

import compose_commission as hand

hand.RND = random.Random(20261127)

HEAD = """# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A pen recording composed by compose_halo.py. People and stone are invented.
seed 1127
start 1795795200000
record commission title=Sample halo|client=Ines Amrani (invented)|occasion=Anniversary|story=Sample. The people and the stone in this commission are invented.|sample=yes|created=2026-11-27T10:00:00Z|currency=EUR
record ring label=Anniversary ring|wearer=Ines|size=53.1446|size-system=us|profile=d|width=2.2|thickness=1.8|alloy=18ky|finish=polished
record gem cut=oval|length=8|width=6|species=sapphire|style=lit
record setting gem=%(gem)s|kind=claws|claws=4
record layout kind=halo|gem=%(gem)s|length=1.3|style=lit|species=diamond
entry at=2026-11-27T10:02:00Z|who=client|text=Like my mother's, with small stones round it, but the band should open under it.
entry at=2026-11-27T10:06:00Z|who=jeweler|text=A halo of 1.3 mm, and the shank splits before it.
""" % {'gem': 'gaaw33cpyixmv'}


def main():
    ink = dict(low=0.25, high=0.8, tremble=0.06, speed=60)
    hand.out.append('symmetry 2 1 90 0 0')
    hand.pen(0.5, '#2b2b30', 'steady')
    # The upper right shoulder from above, its outer and its inner edge; three more follow.
    hand.stroke('top', hand.bezier((9.9, -1.08), (8.0, -1.12), (5.6, -3.3), (3.0, -3.75)), 4, **ink)
    hand.stroke('top', hand.bezier((8.1, 0.0), (7.0, -0.35), (5.6, -1.5), (3.9, -1.75)), 4, **ink)
    hand.out.append('symmetry 1 1 90 0 0')
    # Through the finger: the shoulder rises from the shank to the halo.
    hand.stroke('front', hand.bezier((8.95, -5.0), (8.0, -7.9), (6.4, -9.9), (4.0, -11.25)), 4, **ink)
    hand.stroke('front', hand.bezier((7.7, -6.75), (6.7, -8.5), (5.2, -10.1), (2.6, -10.9)), 4, **ink)
    hand.out.append('symmetry 1 0 0 0 0')
    # Metal between the lines, the ring's own first.
    for fill in ('front 0 9.35 half-round - ring', 'front 6.4 -9 half-round',
                 'front -6.4 -9 half-round', 'top 9.9 0 half-round', 'top -9.9 0 half-round',
                 'top 6.6 -1.9 half-round', 'top 6.6 1.9 half-round',
                 'top -6.6 -1.9 half-round', 'top -6.6 1.9 half-round'):
        hand.out.append('fill ' + fill)
    print(HEAD + '\n'.join(hand.out))


if __name__ == '__main__':
    main()
