#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Composes commission.rec, the pen recording behind the sample commission.

Every line of the sample is a hand-like movement of a pen along a curve that is measured in
millimetres of the ring: speed falls in bends, pressure swells and fades, the hand trembles a
little, and lines overshoot their corners as construction lines do. The result is pen samples,
nothing else; the program's own tools make strokes of them. The times in it are those of this
composition and nobody's working time.

Usage: compose_commission.py > commission.rec
"""
import math
import random

RND = random.Random(20261122)

# The ring, mm. US 6 1/2: inner circumference 53.1446.
R = 53.1446 / (2 * math.pi)
T = 1.8                       # shank thickness at the base
W = 2.2                       # shank width
LEN, WID, DEPTH = 8.12, 5.94, 4.10
CROWN, GIRDLE = 0.90, 0.16
PAV = DEPTH - CROWN - GIRDLE
CULET_Y = R + 0.55            # the culet's height over the finger's centre
GIRDLE_Y = CULET_Y + PAV      # lower edge of the girdle
TABLE_Y = GIRDLE_Y + GIRDLE + CROWN
TABLE = 0.57

out = []
clock = 0                     # ms since the first sample
pen_now = None


def pen(width, colour, smoothing='light'):
    global pen_now
    pen_now = (width, colour, smoothing)
    out.append('pen %.2f %s %s' % pen_now)


def line(a, b, n=24):
    return [(a[0] + (b[0] - a[0]) * i / n, a[1] + (b[1] - a[1]) * i / n) for i in range(n + 1)]


def arc(cx, cy, rx, ry, a0, a1, n=None):
    n = n or max(12, int(abs(a1 - a0) / 4))
    return [(cx + rx * math.cos(math.radians(a0 + (a1 - a0) * i / n)),
             cy - ry * math.sin(math.radians(a0 + (a1 - a0) * i / n))) for i in range(n + 1)]


def bezier(p0, p1, p2, p3, n=40):
    pts = []
    for i in range(n + 1):
        t = i / n
        u = 1 - t
        pts.append(tuple(u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
                         for a, b, c, d in zip(p0, p1, p2, p3)))
    return pts


def lengths(pts):
    total = [0.0]
    for a, b in zip(pts, pts[1:]):
        total.append(total[-1] + math.hypot(b[0] - a[0], b[1] - a[1]))
    return total


def at(pts, total, s):
    lo, hi = 0, len(total) - 1
    while hi - lo > 1:
        mid = (lo + hi) // 2
        if total[mid] <= s:
            lo = mid
        else:
            hi = mid
    span = total[hi] - total[lo] or 1
    f = min(1, max(0, (s - total[lo]) / span))
    return (pts[lo][0] + (pts[hi][0] - pts[lo][0]) * f, pts[lo][1] + (pts[hi][1] - pts[lo][1]) * f)


def bend(pts, total, s, reach):
    a, b, c = at(pts, total, max(0, s - reach)), at(pts, total, s), at(pts, total, min(total[-1], s + reach))
    t1 = math.atan2(b[1] - a[1], b[0] - a[0])
    t2 = math.atan2(c[1] - b[1], c[0] - b[0])
    return abs(math.atan2(math.sin(t2 - t1), math.cos(t2 - t1)))


def stroke(view, pts, scale, low=0.12, high=0.75, tremble=0.10, speed=70.0, swell=None, pause=260,
           head=0.06, tail=0.12):
    """One movement. PTS are mm of the view; scale is its paper mm a mm; speed paper mm a second."""
    global clock
    total = lengths(pts)
    length = total[-1] * scale
    if length < 0.2:
        return
    clock += int(pause * (0.7 + 0.6 * RND.random()))
    out.append('stroke %s %d' % (view, clock))
    phase = [RND.uniform(0, 2 * math.pi) for _ in range(4)]
    wave = [RND.uniform(0.35, 0.6), RND.uniform(0.1, 0.18)]
    s, t = 0.0, 0
    rows = []
    dt = 8
    while True:
        f = s / length
        # Slow at both ends and in bends, as a hand is.
        ease = min(1, 0.25 + 4 * f, 0.25 + 4 * (1 - f))
        slow = 1 / (1 + 2.2 * bend(pts, total, s / scale, 1.2 / scale))
        x, y = at(pts, total, s / scale)
        shake = tremble / scale
        x += shake * (0.6 * math.sin(wave[1] * s + phase[0]) + 0.25 * math.sin(wave[0] * s + phase[1]))
        y += shake * (0.6 * math.sin(wave[1] * s + phase[2]) + 0.25 * math.sin(wave[0] * s + phase[3]))
        fade = min(1, f / head if head else 1, (1 - f) / tail if tail else 1)
        fade = max(0, fade) ** 0.7
        weight = swell(f) if swell else math.sin(math.pi * min(1, max(0, f))) ** 0.4
        p = low + (high - low) * fade * weight
        p += 0.012 * math.sin(0.9 * s + phase[1])
        rows.append('%.3f %.3f %.4f %d' % (x, y, min(1, max(0.02, p)), t))
        if s >= length:
            break
        s = min(length, s + speed * ease * slow * dt / 1000)
        t += dt
    out.extend(rows)
    clock += t


def mirror(pts):
    return [(-x, y) for x, y in pts]


# ---------------------------------------------------------------- construction

def construction():
    pen(0.22, '#8fa3b8')
    light = dict(low=0.10, high=0.42, tremble=0.08, speed=150, pause=180, head=0.15, tail=0.2)
    # The finger circle first, in two pulls, then the outside of the shank.
    for r in (R, R + T):
        stroke('front', arc(0, 0, r, r, 100, 282), 4, **light)
        stroke('front', arc(0, 0, r, r, 80, -102), 4, **light)
    stroke('front', line((0, -16.5), (0, 12.6)), 4, **light)
    stroke('front', line((-12.8, 0), (12.8, 0)), 4, **light)
    # Heights: culet, girdle, table.
    for y, w in ((CULET_Y, 3.4), (GIRDLE_Y, 5.4), (TABLE_Y, 4.4)):
        stroke('front', line((-w, -y), (w, -y)), 4, **light)
    # The stone's width comes down from the plan.
    for x in (-WID / 2, WID / 2):
        stroke('front', line((x, -16.2), (x, -GIRDLE_Y + 1.2)), 4, **light)
        stroke('top', line((x, -4.4), (x, 7.4)), 4, **light)
    stroke('top', line((-12.6, 0), (12.6, 0)), 4, **light)
    stroke('top', line((0, -6.6), (0, 6.6)), 4, **light)
    # The box of the stone in the plan, and the shank's two edges.
    for y in (-LEN / 2, LEN / 2):
        stroke('top', line((-4.2, y), (4.2, y)), 4, **light)
    for y in (-W / 2, W / 2):
        stroke('top', line((-11.4, y), (11.4, y)), 4, **light)
    # How far the shank reaches, from the elevation up into the plan.
    for x in (-(R + T), R + T):
        stroke('top', line((x, -2.6), (x, 4.4)), 4, **light)


# ------------------------------------------------------------------ front view

def shoulder():
    """The right shoulder's outer edge, from the widest point up to the claws' foot."""
    ro = R + T
    a = math.radians(33)
    start = (ro * math.cos(a), -ro * math.sin(a))
    return bezier(start, (start[0] - 1.5, start[1] - 2.5), (3.9, -10.9), (2.62, -GIRDLE_Y + 1.05), 50)


def claw_front(sign=1):
    """The outer edge of a claw: up from the gallery, past the girdle, bent over the crown."""
    foot = (1.62, -R - 0.25)
    knee = (WID / 2 + 0.22, -GIRDLE_Y + 0.1)
    over = (WID / 2 - 0.42, -TABLE_Y + 0.12)
    outer = bezier(foot, (2.15, -R - 1.2), (knee[0] + 0.05, knee[1] + 0.9), knee, 24)
    outer += bezier(knee, (knee[0] + 0.02, knee[1] - 0.5), (over[0] + 0.42, over[1] - 0.22), over, 16)[1:]
    inner = bezier(over, (over[0] + 0.02, over[1] + 0.24), (WID / 2 - 0.30, -GIRDLE_Y - 0.30),
                   (WID / 2 - 0.26, -GIRDLE_Y + 0.02), 12)
    inner += bezier(inner[-1], (WID / 2 - 0.5, -GIRDLE_Y + 1.0), (1.75, -R - 1.3), (1.12, -R - 0.30), 20)[1:]
    pts = outer + inner[1:]
    return [(sign * x, y) for x, y in pts]


def front():
    ro = R + T
    pen(0.60, '#2b2b30')
    heavy = dict(low=0.10, high=0.92, tremble=0.06, speed=62)
    medium = dict(low=0.08, high=0.62, tremble=0.05, speed=55)
    # The finger hole, in two pulls that meet below.
    stroke('front', arc(0, 0, R, R, 99, 276), 4, **medium)
    stroke('front', arc(0, 0, R, R, 81, -96), 4, **medium)
    # The shank outside: left lighter, right and below heavier, light coming from the upper left.
    stroke('front', arc(0, 0, ro, ro, 146, 280), 4, low=0.10, high=0.70, tremble=0.06, speed=62)
    stroke('front', arc(0, 0, ro, ro, 34, -100), 4, swell=lambda f: 0.55 + 0.45 * math.sin(math.pi * f), **heavy)
    stroke('front', shoulder(), 4, **heavy)
    stroke('front', mirror(shoulder()), 4, **medium)
    # The split: a second line that leaves the shank and rises beside the first.
    split = bezier((8.05, -6.05), (6.9, -8.5), (4.3, -9.6), (2.15, -9.72), 40)
    stroke('front', split, 4, **medium)
    stroke('front', mirror(split), 4, low=0.08, high=0.5, tremble=0.05, speed=55)
    # The stone in elevation: girdle, crown, table, pavilion.
    g0, g1, tab = -GIRDLE_Y, -GIRDLE_Y - GIRDLE, -TABLE_Y
    hw, tw = WID / 2, TABLE * WID / 2
    stroke('front', line((-hw, g0), (hw, g0)), 4, **medium)
    stroke('front', line((-hw, g1), (hw, g1)), 4, low=0.06, high=0.4, tremble=0.03, speed=60)
    stroke('front', line((-hw, g1), (-tw, tab)), 4, **medium)
    stroke('front', line((hw, g1), (tw, tab)), 4, **heavy)
    stroke('front', line((-tw, tab), (tw, tab)), 4, **medium)
    fine = dict(low=0.05, high=0.32, tremble=0.03, speed=60, pause=150)
    pen(0.40, '#2b2b30')
    stroke('front', line((-hw, g0), (0, -CULET_Y)), 4, **fine)
    stroke('front', line((hw, g0), (0, -CULET_Y)), 4, **fine)
    for x in (-0.62, 0.62):
        stroke('front', line((x * hw, g0), (0, -CULET_Y)), 4, **fine)
    for a, b in ((-0.30, -0.12), (0.30, 0.12), (-0.74, -0.42), (0.74, 0.42)):
        stroke('front', line((a * hw, g1), (b * hw, tab)), 4, **fine)
    stroke('front', line((-0.30 * hw, g1), (-0.42 * hw, tab)), 4, **fine)
    stroke('front', line((0.30 * hw, g1), (0.42 * hw, tab)), 4, **fine)
    # Gallery rail between the claws, and the bridge under it.
    pen(0.55, '#2b2b30')
    rail = bezier((-2.02, -10.15), (-0.9, -9.86), (0.9, -9.86), (2.02, -10.15), 30)
    stroke('front', rail, 4, **medium)
    stroke('front', [(x, y + 0.34) for x, y in rail][2:-2], 4, low=0.06, high=0.45, tremble=0.04, speed=60)
    stroke('front', bezier((-2.62, -GIRDLE_Y + 1.05), (-1.8, -R - 0.9), (-1.3, -R - 0.35), (-1.0, -R + 0.05), 24), 4, **medium)
    stroke('front', bezier((2.62, -GIRDLE_Y + 1.05), (1.8, -R - 0.9), (1.3, -R - 0.35), (1.0, -R + 0.05), 24), 4, **medium)
    # Claws last, over everything.
    pen(0.60, '#2b2b30')
    stroke('front', claw_front(-1), 4, low=0.12, high=0.66, tremble=0.03, speed=45)
    stroke('front', claw_front(1), 4, low=0.12, high=0.95, tremble=0.03, speed=45)


def front_shading():
    pen(0.42, '#4a4a52')
    hatch = dict(tremble=0.05, speed=120, pause=70, head=0.1, tail=0.55)
    ro = R + T
    # The shadow side of the shank: hatching that follows the section, closer where it is darker.
    a = 20.0
    while a > -96:
        dark = 0.35 + 0.65 * max(0, math.cos(math.radians(a + 42)))
        depth = 0.35 + 0.6 * dark
        r0, r1 = ro - 0.06, ro - 0.06 - depth * T * 0.62
        lean = 9
        p0 = (r0 * math.cos(math.radians(a)), -r0 * math.sin(math.radians(a)))
        p1 = (r1 * math.cos(math.radians(a - lean)), -r1 * math.sin(math.radians(a - lean)))
        stroke('front', line(p0, p1, 8), 4, low=0.04, high=0.18 + 0.42 * dark, **hatch)
        a -= 4.6 - 2.4 * dark
    # Reflected light leaves the lower left with a few light touches only.
    a = 205.0
    while a < 262:
        r0, r1 = R + 0.12, R + 0.12 + 0.55
        p0 = (r0 * math.cos(math.radians(a)), -r0 * math.sin(math.radians(a)))
        p1 = (r1 * math.cos(math.radians(a + 5)), -r1 * math.sin(math.radians(a + 5)))
        stroke('front', line(p0, p1, 8), 4, low=0.04, high=0.24, **hatch)
        a += 4.4
    # Inside of the band, upper right, where the light cannot come.
    a = 62.0
    while a > 18:
        r0, r1 = R - 0.05, R - 0.62
        p0 = (r0 * math.cos(math.radians(a)), -r0 * math.sin(math.radians(a)))
        p1 = (r1 * math.cos(math.radians(a - 6)), -r1 * math.sin(math.radians(a - 6)))
        stroke('front', line(p0, p1, 8), 4, low=0.03, high=0.2, **hatch)
        a -= 3.6
    # Pavilion, the right side.
    for i in range(7):
        f = 0.12 + 0.11 * i
        x0 = WID / 2 * (1 - f) * 0.94
        y0 = -GIRDLE_Y + PAV * f
        stroke('front', line((x0, y0), (x0 - 0.75 * (1 - f), y0 + 0.34), 6), 4, low=0.03, high=0.3, **hatch)


# -------------------------------------------------------------------- top view

def ell(t, deg):
    return (t * WID / 2 * math.sin(math.radians(deg)), -t * LEN / 2 * math.cos(math.radians(deg)))


def top():
    pen(0.60, '#2b2b30')
    heavy = dict(low=0.10, high=0.90, tremble=0.05, speed=55)
    medium = dict(low=0.08, high=0.6, tremble=0.04, speed=52)
    # The girdle: a true ellipse of the measured stone, right side heavier.
    stroke('top', arc(0, 0, WID / 2, LEN / 2, 86, 274, 60), 4, **medium)
    stroke('top', arc(0, 0, WID / 2, LEN / 2, 94, -94, 60), 4, **heavy)
    # Facets: table, stars, mains, as a round brilliant stretched to the oval.
    pen(0.38, '#2b2b30')
    fine = dict(low=0.06, high=0.34, tremble=0.025, speed=62, pause=120, head=0.1, tail=0.15)
    m = TABLE * math.cos(math.radians(22.5))
    star = m + 0.5 * (1 - m)
    for k in range(8):
        a, b = 45 * k, 45 * (k + 1)
        stroke('top', line(ell(TABLE, a), ell(TABLE, b), 12), 4, low=0.06, high=0.5, tremble=0.025, speed=60, pause=130)
    for k in range(8):
        a, mid = 45 * k, 45 * k + 22.5
        stroke('top', line(ell(TABLE, a), ell(star, mid), 8), 4, **fine)
        stroke('top', line(ell(TABLE, a + 45), ell(star, mid), 8), 4, **fine)
    for k in range(8):
        mid = 45 * k + 22.5
        stroke('top', line(ell(star, mid), ell(0.99, 45 * k), 10), 4, **fine)
        stroke('top', line(ell(star, mid), ell(0.99, 45 * k + 45), 10), 4, **fine)
        stroke('top', line(ell(star, mid), ell(0.99, mid), 8), 4, **fine)
    # The four claws, over the girdle at the corners.
    pen(0.60, '#2b2b30')
    for a in (45, 135, 225, 315):
        ox, oy = ell(1.0, a)
        n = math.hypot(ox, oy)
        dx, dy = ox / n, oy / n
        w = 0.42
        u = bezier((ox + dx * 0.45 - dy * w, oy + dy * 0.45 + dx * w),
                   (ox - dx * 0.75 - dy * w, oy - dy * 0.75 + dx * w),
                   (ox - dx * 0.75 + dy * w, oy - dy * 0.75 - dx * w),
                   (ox + dx * 0.45 + dy * w, oy + dy * 0.45 - dx * w), 24)
        stroke('top', u, 4, low=0.15, high=0.85 if a in (45, 135) else 0.6, tremble=0.02, speed=40)
        v = bezier(u[-1], (ox + dx * 0.62 + dy * 0.2, oy + dy * 0.62 - dx * 0.2),
                   (ox + dx * 0.62 - dy * 0.2, oy + dy * 0.62 + dx * 0.2), u[0], 12)
        stroke('top', v, 4, low=0.1, high=0.45, tremble=0.02, speed=45, pause=90)
    # The split shoulders: each edge leaves the shank and runs to a claw; the inner edges part.
    ro = R + T
    for sx in (-1, 1):
        strong = heavy if sx > 0 else medium
        for sy in (-1, 1):
            outer = line((sx * ro * 0.985, sy * W / 2 * 0.82), (sx * 7.6, sy * W / 2), 10)
            outer += bezier(outer[-1], (sx * 5.9, sy * W / 2), (sx * 4.3, sy * 2.35), (sx * 2.62, sy * 3.3), 30)[1:]
            stroke('top', outer, 4, **strong)
            inner = bezier((sx * 7.1, 0), (sx * 5.6, sy * 0.35), (sx * 4.4, sy * 1.25), (sx * 2.92, sy * 2.35), 28)
            stroke('top', inner, 4, low=0.06, high=0.55, tremble=0.04, speed=52, pause=140)
        end = bezier((sx * ro * 0.985, -W / 2 * 0.82), (sx * (ro + 0.1), -W * 0.2),
                     (sx * (ro + 0.1), W * 0.2), (sx * ro * 0.985, W / 2 * 0.82), 14)
        stroke('top', end, 4, **strong)


def top_shading():
    pen(0.40, '#4a4a52')
    hatch = dict(tremble=0.04, speed=120, pause=70, head=0.1, tail=0.5)
    # The shank falls away to both sides, and its lower edge lies in shadow.
    for sx in (-1, 1):
        x = 10.0
        while x > 7.3:
            f = (x - 7.3) / 2.7
            stroke('top', line((sx * x, W / 2 * 0.9), (sx * (x - 0.25), W / 2 * (0.45 - 0.55 * f)), 6), 4,
                   low=0.03, high=0.2 + 0.35 * f, **hatch)
            x -= 0.34
    # Under the table, dark upper left, and the crown's lower right.
    for i in range(9):
        f = i / 8
        stroke('top', line((-1.25 + 1.15 * f, -0.35 - 1.35 * f * 0.6 + 0.9 * (1 - f)), (-0.35 + 1.1 * f, -1.6 + 0.25 * f), 6), 4,
               low=0.03, high=0.22, **hatch)
    for k in (2, 3, 4):
        for j in range(6):
            a = 45 * k - 22.5 + 7.2 * j
            stroke('top', line(ell(0.95, a), ell(0.80, a + 3), 6), 4, low=0.03, high=0.3, **hatch)


# -------------------------------------------------------- three-quarter sketch

def project(x, y, z):
    """Ring space (y up, z along the finger) to the view: turned -32 about y, then 28 about x."""
    b, a = math.radians(-32), math.radians(28)
    x1, z1 = x * math.cos(b) + z * math.sin(b), -x * math.sin(b) + z * math.cos(b)
    y1 = y * math.cos(a) - z1 * math.sin(a)
    return (x1, -y1)


def circle3(r, z, a0, a1, n=70):
    return [project(r * math.cos(math.radians(a0 + (a1 - a0) * i / n)),
                    r * math.sin(math.radians(a0 + (a1 - a0) * i / n)), z) for i in range(n + 1)]


def three_quarter():
    light = dict(low=0.06, high=0.4, tremble=0.05, speed=55)
    heavy = dict(low=0.10, high=0.9, tremble=0.05, speed=50)
    medium = dict(low=0.08, high=0.6, tremble=0.04, speed=50)
    pen(0.42, '#2b2b30')
    zf = W / 2
    # Near edge of the finger hole whole; the far edge shows through it.
    stroke('three-quarter', circle3(R, zf, 100, 285), 2, **medium)
    stroke('three-quarter', circle3(R, zf, 80, -100), 2, **medium)
    near = circle3(R, zf, 0, 360, 240)
    xs, ys = [p[0] for p in near], [p[1] for p in near]

    def inside(p):
        hit = False
        for i in range(len(near) - 1):
            (ax, ay), (bx, by) = near[i], near[i + 1]
            if (ay > p[1]) != (by > p[1]) and p[0] < ax + (p[1] - ay) * (bx - ax) / (by - ay):
                hit = not hit
        return hit
    far = circle3(R, -zf, 90, 450, 240)
    run = []
    for p in far:
        if inside(p):
            run.append(p)
        else:
            if len(run) > 6:
                stroke('three-quarter', run, 2, **light)
            run = []
    if len(run) > 6:
        stroke('three-quarter', run, 2, **light)
    # The outside: the hull of the crown of the D and its two edges, cut where the head stands.
    pts = []
    for z in (-zf, -zf / 2, 0, zf / 2, zf):
        r = R + T * math.sqrt(max(0, 1 - (z / zf) ** 2)) if abs(z) < zf else R + 0.05
        pts += circle3(r, z, 0, 360, 160)
    hull = convex_hull(pts)
    cx, cy = project(0, 0, 0)
    hull.sort(key=lambda p: math.atan2(-(p[1] - cy), p[0] - cx))
    dense = [p for p in hull]
    angle = [math.degrees(math.atan2(-(p[1] - cy), p[0] - cx)) for p in dense]
    right = [p for p, a in zip(dense, angle) if -100 <= a <= 62][::-1]
    left = [p for p, a in zip(dense, angle) if a >= 128] + [p for p, a in zip(dense, angle) if a <= -94]
    stroke('three-quarter', right, 2, **heavy)
    stroke('three-quarter', left, 2, **medium)
    # The stone: girdle, table and the mains between, then the pavilion below.
    hh, tt = GIRDLE_Y + GIRDLE, TABLE_Y

    def girdle(deg, t=1.0, h=hh):
        return project(t * WID / 2 * math.sin(math.radians(deg)), h, -t * LEN / 2 * math.cos(math.radians(deg)))
    stroke('three-quarter', [girdle(a) for a in range(0, 364, 4)], 2, low=0.1, high=0.7, tremble=0.03, speed=45)
    stroke('three-quarter', [girdle(45 * k, TABLE, tt) for k in range(9)], 2, low=0.08, high=0.42, tremble=0.02, speed=40)
    pen(0.34, '#2b2b30')
    m = TABLE * math.cos(math.radians(22.5))
    star = m + 0.5 * (1 - m)
    hs = hh + CROWN * (1 - (star - m) / (1 - m))
    fine = dict(low=0.06, high=0.34, tremble=0.02, speed=55, pause=110)
    for k in range(8):
        s = girdle(45 * k + 22.5, star, hs)
        stroke('three-quarter', [girdle(45 * k, TABLE, tt), s], 2, **fine)
        stroke('three-quarter', [girdle(45 * k + 45, TABLE, tt), s], 2, **fine)
        stroke('three-quarter', [s, girdle(45 * k)], 2, **fine)
        stroke('three-quarter', [s, girdle(45 * k + 45)], 2, **fine)
    culet = project(0, CULET_Y, 0)
    for deg in (128, 168, 208, 248):
        stroke('three-quarter', [girdle(deg, 1.0, GIRDLE_Y), culet], 2, **fine)
    # Claws and shoulders, with a finer pen at this size.
    pen(0.36, '#2b2b30')
    for deg in (45, 315, 225, 135):
        sx, sz = math.sin(math.radians(deg)), -math.cos(math.radians(deg))
        path = []
        for f, h in ((0.50, R + 0.3), (0.72, R + 1.4), (0.98, GIRDLE_Y - 0.2), (1.07, hh + 0.15), (0.95, hh + 0.62), (0.82, hh + 0.66)):
            path.append(project(f * WID / 2 * sx, h, f * LEN / 2 * sz))
        stroke('three-quarter', smooth(path), 2, low=0.25, high=0.95, tremble=0.02, speed=38, head=0.02, tail=0.03)
    for sx in (-1, 1):
        for sz in (-1, 1):
            path = [project(sx * 8.2, 6.1, sz * W * 0.42), project(sx * 6.4, 8.3, sz * W * 0.55),
                    project(sx * 4.4, 9.9, sz * 1.9), project(sx * 2.3, GIRDLE_Y - 1.05, sz * 2.75)]
            stroke('three-quarter', smooth(path), 2, low=0.08, high=0.62, tremble=0.04, speed=48)
    # A few hatches where the shank turns from the light.
    pen(0.34, '#4a4a52')
    for deg in range(12, -78, -5):
        r = R + T * 0.98
        a = math.radians(deg)
        p = project(r * math.cos(a), r * math.sin(a), 0.1)
        q = project((R + T * 0.5) * math.cos(a - 0.1), (R + T * 0.5) * math.sin(a - 0.1), zf * 0.86)
        stroke('three-quarter', [p, q], 2, low=0.03, high=0.34, tremble=0.03, speed=90, pause=60, tail=0.5)


def smooth(points, n=12):
    """A Catmull-Rom curve through POINTS."""
    pts = [points[0]] + points + [points[-1]]
    res = []
    for i in range(1, len(pts) - 2):
        p0, p1, p2, p3 = pts[i - 1:i + 3]
        for j in range(n):
            t = j / n
            res.append(tuple(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t
                                    + (3 * b - a - 3 * c + d) * t * t * t)
                             for a, b, c, d in zip(p0, p1, p2, p3)))
    res.append(points[-1])
    return res


def convex_hull(points):
    pts = sorted(set((round(x, 4), round(y, 4)) for x, y in points))

    def half(seq):
        chain = []
        for p in seq:
            while len(chain) >= 2 and ((chain[-1][0] - chain[-2][0]) * (p[1] - chain[-2][1])
                                       - (chain[-1][1] - chain[-2][1]) * (p[0] - chain[-2][0])) <= 0:
                chain.pop()
            chain.append(p)
        return chain
    lower, upper = half(pts), half(reversed(pts))
    return lower[:-1] + upper[:-1]


HEAD = """# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A pen recording composed by compose_commission.py. People, stones and report are invented.
seed 6507
start 1795342500000
choose shape=OV size=100 band=SD metal=18Y finish=P ring-size=065 seconds=38
record commission title=Sample commission|client=Mara Lindqvist (invented)|occasion=Engagement|story=Sample. The people, the stones and the report in this commission are invented. A sapphire found for her, low enough for work with the hands; her grandmother's diamond, cut anew, inside the shank.|sample=yes|created=2026-11-22T10:15:00Z|currency=EUR
record ring label=Engagement ring|wearer=Mara|size=53.1446|size-system=us|profile=d|width=2|thickness=1.8|alloy=18ky|finish=polished
record gem cut=oval|length=8.12|width=5.94|depth=4.1|height=%.2f
entry at=2026-11-22T10:02:00Z|who=client|text=A blue one, and my grandmother's diamond has to be in it. It should sit low; I work with my hands.
entry at=2026-11-22T10:05:00Z|who=jeweler|text=Then four claws and a low gallery, and a shank that splits to carry the long stone.
""" % (GIRDLE_Y - R)

KEEP_A = """keep A at=2026-11-22T10:24:00Z|note=First lines
entry at=2026-11-22T10:26:00Z|who=client|text=A little stronger at the shoulders, please.
record ring width=2.2"""

KEEP_B = """keep B at=2026-11-22T10:29:00Z|note=Shank 2.2 mm, light from the upper left
entry at=2026-11-22T10:31:00Z|who=client|text=The split shoulders, yes. Not higher than that."""

PINS = """pin top 1.1 -3.3 name=Sapphire|species=Sapphire|cut=oval|length=8.12|width=5.94|depth=4.1|measured=measured|carat=1.58|carat-measured=measured|colour=medium blue|clarity=eye clean|nature=natural|provenance=mined-reported|source=Ratnapura|origin=Sri Lanka|treatment=none|lab=Sample Laboratory (invented)|report=SAMPLE-0001|report-date=2026-10-30|statement=Mined by hand in a pit near Ratnapura, cut in Beruwala|statement-by=Sample Stones (invented)|statement-date=2026-11-10|supplier=Sample Stones (invented)|stock=S-104|cost=2100|cost-currency=EUR|cost-date=2026-11-10|text=Sample stone, invented. Oval; a small feather at the girdle to lie under a claw.|status=bought
pin front -5 6.9 name=Diamond|species=Diamond|cut=round|length=2.31|width=2.28|depth=1.4|measured=measured|carat=0.05|carat-measured=measured|colour=J|nature=natural|provenance=heirloom|source=The client's grandmother (invented)|made=1920|made-evidence=the old ring's hallmark|text=Sample stone, invented. Cut anew from an old mine cut of 2.6 x 2.5 mm, to be set inside the shank.|status=received
record gem stone=@Sapphire|species=sapphire
add custody stone=@Diamond|event=received|at=2026-11-22T10:40:00Z|who=Mara Lindqvist (invented)|carat=0.08|carat-measured=measured
add custody stone=@Diamond|event=cutter|at=2026-11-24T09:00:00Z|who=Sample Cutter (invented)
add custody stone=@Diamond|event=recut|at=2026-11-26T15:00:00Z|who=Sample Cutter (invented)|carat=0.05|carat-measured=measured
add custody stone=@Diamond|event=back|at=2026-11-27T08:30:00Z|carat=0.05|carat-measured=measured"""

KEEP_C = """keep C at=2026-11-27T09:00:00Z|note=Both stones"""

# Nobody's hand: the name of somebody who was invented, in mm of the fields of the sheet.
SIGNATURE = [
    [(6, 14), (8.5, 4), (11, 13), (14.5, 4), (16.5, 13.4), (18.2, 12), (21.6, 9), (19.6, 8.8), (18.6, 11.5),
     (20, 13.6), (21.8, 11.5), (22, 9.2), (22.4, 13.2), (23.6, 13.2), (25.2, 10.5), (25.6, 9), (26.4, 9.7),
     (27.7, 9.4), (27.4, 12.6), (28.6, 13.5), (30.2, 12.2), (33.2, 9), (31.2, 8.8), (30.2, 11.6), (31.6, 13.6),
     (33.4, 11.5), (33.7, 9.2), (34.1, 13.2), (36.6, 12.8)],
    [(47, 6.4), (46.4, 3.4), (44.4, 3.2), (42.8, 7), (41.4, 12.6), (39.6, 14.6), (41.6, 14.5), (46.6, 14.2),
     (48.8, 10.4), (49.2, 13.4), (51, 12.4), (52.2, 9.6), (52.5, 13.4), (53.8, 10.2), (55.2, 9.7), (55.7, 13.3),
     (57.4, 12.4), (59.8, 9.4), (58, 9.2), (57.3, 12.2), (58.9, 13.6), (60.8, 9), (61.4, 4.6), (61.6, 13.2),
     (64, 12.4), (68, 12.9), (76, 10.4)],
    [(49.5, 6.9), (49.9, 7.2), (50.2, 7.2)],
]
INITIALS = [
    [(7, 14), (10, 5), (13.4, 13), (17.4, 5), (19.6, 14)],
    [(28, 7), (27, 4.4), (25, 6.4), (23.8, 12.4), (22.2, 15), (24, 14.7), (31, 14.2)],
]


def signed(strokes, width=1.0, decimals=2):
    """The outlines of STROKES, of a pen that is pressed where it goes down."""
    words = []
    for points in strokes:
        path = smooth(points, 5)
        sides = ([], [])
        for i, (x, y) in enumerate(path):
            (x0, y0), (x1, y1) = path[max(0, i - 1)], path[min(len(path) - 1, i + 1)]
            length = math.hypot(x1 - x0, y1 - y0) or 1
            end = min(1, i / 4, (len(path) - 1 - i) / 4)
            half = width * (0.06 + 0.16 * end * (0.6 + 0.4 * (y1 - y0) / length))
            for side, sign in zip(sides, (1, -1)):
                side.append('%.*f %.*f' % (decimals, x - sign * half * (y1 - y0) / length,
                                           decimals, y + sign * half * (x1 - x0) / length))
        words.append('M' + 'L'.join(sides[0] + sides[1][::-1]) + 'Z')
    return ''.join(words)


def marked(strokes):
    """Marks on a stone of 2.5 mm."""
    return signed(strokes, 0.15, 3)


# What the cutter took away: a chip at the girdle and a feather beside it; what is left.
PLOTS = '\n'.join((
    'add plot stone=@Diamond|when=before|cut=old-mine|length=2.6|width=2.5|depth=1.6'
    '|face-inside=%s|face-surface=%s|below-surface=%s'
    % (marked([[(0.3, -0.35), (0.45, -0.2), (0.62, -0.12), (0.7, 0.05)], [(-0.4, 0.3), (-0.38, 0.33)]]),
       marked([[(1.2, -0.1), (1.08, 0.04), (1.14, 0.2)]]),
       marked([[(-1.2, -0.1), (-1.02, 0.02), (-1.14, 0.2)]])),
    'add plot stone=@Diamond|when=after|cut=round|length=2.31|width=2.28|depth=1.4|face-inside=%s'
    % marked([[(-0.4, 0.3), (-0.38, 0.33)]])))

SIGN = ('sign at=2026-11-27T09:20:00Z|signature=%s|initials-size=%s|initials-engraving=%s'
        % (signed(SIGNATURE), signed(INITIALS), signed(INITIALS)))


def main():
    construction()
    front()
    top()
    out.append(KEEP_A)
    front_shading()
    top_shading()
    out.append(KEEP_B)
    three_quarter()
    print(HEAD + '\n'.join(out) + '\n' + '\n'.join((PINS, PLOTS, KEEP_C, SIGN)))


if __name__ == '__main__':
    main()
