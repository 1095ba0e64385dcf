# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tutorial of docs/catalogue.md with a real Inkscape: a band copied, drawn, put on the menu."""

import itertools
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tap

PROGRAM, SOURCE = os.path.abspath(sys.argv.pop(1)), os.path.abspath(sys.argv.pop(1))
FOLDER = tempfile.TemporaryDirectory()
BAND = "MY"
VIEWS = ("front", "three-quarter")
INNER = 54.4213 / (2 * math.pi)


def path(name):
    return os.path.join(FOLDER.name, name)


def run(*args, status=0):
    done = subprocess.run([PROGRAM, *args], env=sanitizers(), cwd=FOLDER.name, capture_output=True,
                          timeout=120, check=False)
    assert done.returncode == status, (args, done.returncode, done.stdout, done.stderr)
    return done.stdout.decode()


def sanitizers():
    return {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")
            if name in os.environ}


def load(name):
    with open(path(name), encoding="utf-8") as file:
        return file.read()


def save(name, text):
    with open(path(name), "w", encoding="utf-8") as file:
        file.write(text)


def menus(name):
    return json.loads(run("catalogue", "--file", name, "list", "--json"))


def inkscape(source, target, *actions):
    program = shutil.which("inkscape")
    assert program is not None, "Inkscape is not installed"
    steps = ";".join((*actions, f"export-filename:{target}", "export-do"))
    env = {"HOME": FOLDER.name, "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8"}
    subprocess.run([program, "--actions=" + steps, source], cwd=FOLDER.name, env=env, check=True,
                   timeout=240, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def groups(text, view):
    """The opening tags of the polished bands in a view, in the order of the file."""
    tags = re.findall(r"<g\b[^>]*>", text)
    return [tag for tag in tags if 'rw:part="shank"' in tag and f'rw:view="{view}"' in tag
            and ("rw:finish" not in tag or 'rw:finish="P"' in tag)]


def attribute(tag, name):
    return re.search(rf'\b{name}="([^"]*)"', tag).group(1)


def drawing(view):
    """A band of two tones, as thick as the others; turned, the circle is an ellipse."""
    flat = 1 if view == "front" else 0.88
    paths = []
    for tone, outer, inner in (("metal-3", 1.9, 0), ("metal-9", 1.4, 0.6)):
        rings = [f"M{r * flat:.3f} 0A{r * flat:.3f} {r:.3f} 0 1 {sweep}{-r * flat:.3f} 0"
                 f"A{r * flat:.3f} {r:.3f} 0 1 {sweep} {r * flat:.3f} 0Z"
                 for r, sweep in ((INNER + outer, 1), (INNER + inner, 0))]
        paths.append(f'<path class="{tone}" style="fill:#cb9e49" d="{"".join(rings)}"/>')
    return "".join(paths)


def put_on_the_menu(text, option):
    band = re.search(r'<rw:menu\b[^>]*\brw:id="band"', text).start()
    end = text.index("</rw:menu>", band)
    return text[:end] + option + text[end:]


def test_copy():
    run("catalogue", "copy", "-o", "my-rings.svg")
    with open(os.path.join(SOURCE, "data/catalogue/house.svg"), encoding="utf-8") as house:
        assert load("my-rings.svg") == house.read()
    run("catalogue", "copy", "-o", "my-rings.txt", status=2)
    run("catalogue", "--file", "my-rings.svg", "copy", "-o", "other.svg", status=2)


def test_duplicate_and_name():
    """Steps 2 to 4 and 6: the copy stands where the original does and keeps all it does not change."""
    text = load("my-rings.svg")
    actions = []
    for view in VIEWS:
        original = attribute(groups(text, view)[0], "id")
        actions += [f"select-by-id:{original}", "duplicate", f"object-set-attribute:rw:code,{BAND}",
                    "object-set-attribute:rw:label,Mine",
                    f"object-set-attribute:id,shank-{BAND}-{view}", "select-clear"]
    inkscape("my-rings.svg", "named.svg", *actions)
    named = load("named.svg")
    for view in VIEWS:
        tag = next(tag for tag in groups(named, view) if f'id="shank-{BAND}-{view}"' in tag)
        assert attribute(tag, "rw:code") == BAND and "transform" not in tag, tag
        assert attribute(tag, "rw:anchor") == "0 0" and attribute(tag, "rw:z") == "0", tag
    # What Inkscape did not touch reads as before.
    assert menus("named.svg") == menus("my-rings.svg")
    assert "no option" in run("check", "named.svg").lower()


def test_draw_and_put_on_the_menu():
    """Steps 4, 5 and 7 by the script: other paths, no finish, an option."""
    text = load("named.svg")
    menu = next(menu for menu in menus("my-rings.svg")["menus"] if menu["id"] == "band")
    index = max(option["index"] for option in menu["options"]) + 1
    assert index < menu["slots"]
    for view in VIEWS:
        tag = next(tag for tag in groups(text, view) if f'id="shank-{BAND}-{view}"' in tag)
        begin = text.index(tag)
        end = text.index("</g>", begin)
        text = (text[:begin] + re.sub(r'\s*rw:finish="[^"]*"', "", tag) + drawing(view)
                + text[end:])
    save("drawn.svg", text)
    text = put_on_the_menu(text, f'<rw:option rw:code="{BAND}" rw:label="Mine" rw:index="{index}" '
                           'rw:price="90" rw:days="2" rw:popularity="0" rw:detail="2.2 x 1.9 mm" '
                           'rw:sets="profile=d|width=2.2|thickness=1.9"/>')
    save("finished.svg", text)
    assert "no problem found" in run("check", "finished.svg"), run("check", "finished.svg")


def test_a_slip_is_found():
    """Moved by hand, as the tutorial warns."""
    inkscape("finished.svg", "moved.svg", f"select-by-id:shank-{BAND}-front",
             "transform-translate:20,0", "select-clear")
    said = run("check", "moved.svg", status=1)
    assert re.search(rf"moved.svg:\d+: error: shank {BAND}, front view .*finger circle.*"
                     r"-5\.29 mm across", said), said


def rules(text):
    """Each rule as the codes by their menu."""
    found = []
    for when in re.findall(r'rw:when="([^"]*)"', text):
        terms = {}
        for word in when.split():
            terms.setdefault(word.split("=")[0], set()).add(word.split("=")[1])
        found.append(terms)
    return found


def test_count_grows():
    """By the rings that the new band makes with everything else."""
    before, after = menus("my-rings.svg"), menus("finished.svg")
    never = rules(load("finished.svg"))
    others = [menu for menu in after["menus"] if menu["id"] not in ("band", "ring-size")]
    sizes = next(len(menu["options"]) for menu in after["menus"] if menu["id"] == "ring-size")
    made = 0
    for codes in itertools.product(*([o["code"] for o in menu["options"]] for menu in others)):
        choice = {"band": BAND, **{menu["id"]: code for menu, code in zip(others, codes)}}
        made += not any(all(choice.get(menu) in terms[menu] for menu in terms) for terms in never)
    assert after["possible"] - before["possible"] == made * sizes, (before["possible"],
                                                                  after["possible"], made * sizes)
    print(f"# {before['possible']} rings became {after['possible']}")


def number(catalogue, choose):
    """The item number of the options that CHOOSE takes; one of ten check digits is right."""
    n = 0
    for menu in menus(catalogue)["menus"]:
        n = n * menu["slots"] + choose(menu)["index"]
    for check in range(10):
        text = f"#{n // 10:04}-{n % 10}{check}"
        done = subprocess.run([PROGRAM, "catalogue", "--file", catalogue, "show", text, "--json"],
                              env=sanitizers(), cwd=FOLDER.name, capture_output=True, timeout=60,
                              check=False)
        if done.returncode == 0:
            return json.loads(done.stdout)
    raise AssertionError(f"no check digit makes {n} a number")


def test_numbers():
    """The band has numbers; those that were given stay."""
    mine = number("finished.svg", lambda menu: menu["options"][-1] if menu["id"] == "band"
                  else menu["options"][0])
    assert [c["label"] for c in mine["choices"] if c["menu"] == "band"] == ["Mine"], mine
    run("catalogue", "--file", "my-rings.svg", "show", mine["number"], status=1)
    old = number("my-rings.svg", lambda menu: menu["options"][0])
    again = json.loads(run("catalogue", "--file", "finished.svg", "show", old["number"], "--json"))
    assert again["choices"] == old["choices"] and again["price"] == old["price"], again


if __name__ == "__main__":
    tap.run(globals())
