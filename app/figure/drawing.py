"""What to paint: a posture as seen by a camera, told in capsules, discs and areas, furthest first.

A painter needs no more than this: fill every shape in its turn with the colour of its role. Rounded limbs come as a
capsule in the shade tone with a smaller one in the light tone inside it, the trunk as the hulls of the ellipses that
its sections show. Roles: skin, skin_shade, cloth, cloth_shade, prop, prop_light, ground, ground_light, vertebra, and
vertebra_behind where the back is turned away.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, pi, sin, sqrt
from typing import NamedTuple

from app.figure.camera import Projection
from app.figure.flesh import SECTIONS, Section, head_balls
from app.figure.geometry import Frame, Vec, along, cross, dot, middle, sub, unit
from app.figure.pose import Posture, other_side
from app.figure.props import Block, Piece, Prop, Rod, Wheel, carried, corners
from app.figure.shapes import Area, Capsule, Disc, Shape
from app.figure.skeleton import SIDES, Body


class _Ellipse(NamedTuple):
    """Middle and the symmetric matrix of an ellipse: its outline is furthest in direction n at M·n / √(n·M·n)."""

    x: float
    y: float
    xx: float
    xy: float
    yy: float


class _Layer(NamedTuple):
    depth: float
    shapes: Sequence[Shape]


class _Part(NamedTuple):
    """A part of a limb: all of it in the shade tone, and its lit side."""

    depth: float
    shade: Capsule
    light: Capsule

    def layer(self) -> _Layer:
        return _Layer(self.depth, (self.shade, self.light))


_TONES = {"skin": ("skin_shade", "skin"), "cloth": ("cloth_shade", "cloth"), "prop": ("prop", "prop_light")}
_FACETS = 28
_ROUND = tuple((cos(2 * pi * n / _FACETS), sin(2 * pi * n / _FACETS)) for n in range(_FACETS))
_INNER, _SHIFT = 0.72, 0.24  # the light tone's size, and its way towards the light
_LIGHT = (-0.55, -0.83)  # on the picture: from the upper left
_BEHIND = -0.35  # from about 20° off the side view on
_PATCH = 0.3  # of a limb
_SLEEVE = 0.42  # of the upper arm
_DOT_BACK = 3.4  # cm behind the vertebra's middle at 170
_DOT_RADIUS = {"lumbar": 1.35, "thoracic": 1.15, "neck": 0.95, "head": 0.0}


def draw(
    body: Body,
    posture: Posture,
    eye: Projection,
    glow: Sequence[float] = (),
    props: Iterable[Prop] = (),
    loaded: bool = True,
    right: bool = False,
) -> list[Shape]:
    """Everything to paint, furthest first. `glow` is each level's share of the movement now; see Track.glow_at.

    `right` says that the posture is the mirror image: what the left hand held is in the right one.
    """
    pen = _Pen(body, posture, eye)
    layers = [*pen.trunk(glow), *pen.head()]
    for side in SIDES:
        layers += pen.arm(side)
        layers += pen.leg(side)
    for prop in props:
        if loaded or not prop.load:
            layers += pen.prop(prop, right)
    layers.sort(key=_depth, reverse=True)
    return [shape for layer in layers for shape in layer.shapes]


def _depth(layer: _Layer) -> float:
    return layer.depth


class _Pen:
    def __init__(self, body: Body, posture: Posture, eye: Projection) -> None:
        self._body, self._posture, self._eye = body, posture, eye
        self._points, self._frames = posture.points, posture.frames

    def trunk(self, glow: Sequence[float]) -> Iterator[_Layer]:
        scale = self._body.scale
        sections = [self._section(section) for section in SECTIONS]
        shapes: list[Shape] = []
        for role, size, shift in (("cloth_shade", 1.0, 0.0), ("cloth", _INNER, _SHIFT)):
            for below, above in pairwise(sections):
                shapes.append(Area(role, _hull(below, above, size, shift)))
        depth = self._eye.depth(middle(self._points["hips"], self._points["T4"]))
        yield _Layer(depth, shapes)
        dots: list[Shape] = []
        behind = dot(self._frames["T8"][0], self._eye.away) < _BEHIND
        role = "vertebra_behind" if behind else "vertebra"
        for index, level in enumerate(self._body.levels[:-1]):
            point = along(self._points[level.name], self._frames[level.name][0], -_DOT_BACK * scale)
            x, y = self._eye.at(along(point, self._frames[level.name][2], -level.length / 2))
            strength = glow[index] if glow else 0.0
            if radius := _DOT_RADIUS[level.region] * scale * self._eye.scale:
                dots.append(Disc(role, x, y, radius * (1 + 0.5 * strength), strength))
        yield _Layer(depth - 1.0, dots)

    def _section(self, section: Section) -> _Ellipse:
        """A section of the trunk as the eye sees it."""
        eye = self._eye
        x, y = eye.at(section.middle(self._body, self._posture))
        xx = xy = yy = 0.0
        for axis, half in zip(section.frame(self._posture), section.halves(self._body), strict=True):
            px = dot(eye.right, axis) * half * eye.scale
            py = -dot(eye.up, axis) * half * eye.scale
            xx, xy, yy = xx + px * px, xy + px * py, yy + py * py
        return _Ellipse(x, y, xx, xy, yy)

    def head(self) -> Iterator[_Layer]:
        points, scale = self._points, self._body.scale
        (jaw, chin), (crown, top) = head_balls(self._body, self._posture)
        nape = along(points["T1"], self._frames["T1"][0], 1.0 * scale)
        neck = self._part("skin", nape, points["skull"], (5.9 * scale, 5.3 * scale))
        yield neck.layer()._replace(depth=self._eye.depth(points["C4"]))
        yield self._part("skin", jaw, crown, (chin, top)).layer()._replace(depth=self._eye.depth(points["head"]))

    def arm(self, side: str) -> Iterator[_Layer]:
        flesh = self._body.flesh
        collar, shoulder, elbow, wrist, knuckles, tip = self._of(
            side, "collar", "shoulder", "elbow", "wrist", "knuckles", "fingertip"
        )
        sleeve = along(shoulder, sub(elbow, shoulder), _SLEEVE)
        top, __ = flesh["upper_arm"]
        yield self._part("cloth", collar, shoulder, flesh["shoulder"], 2.0).layer()
        yield from _joined(
            self._part("skin", shoulder, elbow, flesh["upper_arm"]),
            self._part("skin", elbow, wrist, flesh["forearm"]),
            self._part("skin", wrist, knuckles, flesh["palm"]),
            self._part("skin", knuckles, tip, flesh["fingers"]),
        )
        yield self._part("cloth", shoulder, sleeve, (flesh["shoulder"][1], top * 1.12), -1.0).layer()

    def leg(self, side: str) -> Iterator[_Layer]:
        flesh = self._body.flesh
        hip, knee, ankle, heel, ball, toe = self._of(side, "hip", "knee", "ankle", "heel", "ball", "toe")
        yield self._part("cloth", hip, knee, flesh["thigh"]).layer()
        yield self._part("skin", heel, ball, (flesh["heel"][1], flesh["foot"][1])).layer()
        yield from _joined(
            self._part("skin", knee, ankle, flesh["shank"]),
            self._part("skin", ankle, ball, flesh["foot"], -0.5),
            self._part("skin", ball, toe, flesh["toes"]),
        )

    def _of(self, side: str, *names: str) -> list[Vec]:
        return [self._points[f"{side}_{name}"] for name in names]

    def prop(self, prop: Prop, right: bool) -> Iterator[_Layer]:
        pieces: Iterable[Piece] = prop.pieces
        if prop.on:
            point, frame = self._carrier(other_side(prop.on) if right else prop.on)
            pieces = [carried(piece, point, frame) for piece in pieces]
        for piece in pieces:
            yield self._piece(piece, 1e6 if prop.under else 0.0)

    def _carrier(self, on: str) -> tuple[Vec, Frame]:
        if on == "chest":
            return self._points["T4"], self._frames["T4"]
        hands = SIDES if on == "hands" else (on.split("_")[0],)
        points = [self._points[f"{side}_knuckles"] for side in hands]
        return middle(points[0], points[-1]), self._frames[f"{hands[0]}_hand"]

    def _piece(self, piece: Piece, bias: float) -> _Layer:
        if isinstance(piece, Rod):
            return self._part("prop", piece.start, piece.end, (piece.radius, piece.radius)).layer()
        if isinstance(piece, Wheel):
            return self._wheel(piece)
        return self._block(piece, bias)

    def _block(self, block: Block, bias: float) -> _Layer:
        seen = [self._eye.at(corner) for corner in corners(block)]
        role = "ground" if bias else "prop"
        shapes: list[Shape] = [Area(role, _outline(seen))]
        if dot(block.frame[2], self._eye.away) < 0:
            shapes.append(Area(f"{role}_light", tuple(seen[4:])))
        return _Layer(self._eye.depth(block.middle) + bias, shapes)

    def _wheel(self, wheel: Wheel) -> _Layer:
        first = unit(cross(wheel.axis, (0.0, 0.0, 1.0)), (1.0, 0.0, 0.0))
        second = cross(wheel.axis, first)
        faces: list[list[tuple[float, float]]] = []
        for end in (-wheel.thick, wheel.thick):
            hub = along(wheel.middle, wheel.axis, end)
            rim = [along(along(hub, first, c * wheel.radius), second, s * wheel.radius) for c, s in _ROUND]
            faces.append([self._eye.at(point) for point in rim])
        near = faces[1] if dot(wheel.axis, self._eye.away) < 0 else faces[0]
        shapes = (Area("prop", _outline(faces[0] + faces[1])), Area("prop_light", tuple(near)))
        return _Layer(self._eye.depth(wheel.middle), shapes)

    def _part(self, role: str, a: Vec, b: Vec, radii: tuple[float, float], bias: float = 0.0) -> _Part:
        (x0, y0), (x1, y1), scale = self._eye.at(a), self._eye.at(b), self._eye.scale
        r0, r1 = radii[0] * scale, radii[1] * scale
        dx, dy = _LIGHT[0] * _SHIFT, _LIGHT[1] * _SHIFT
        shade, light = _TONES[role]
        return _Part(
            self._eye.depth(middle(a, b)) + bias,
            Capsule(shade, x0, y0, r0, x1, y1, r1),
            Capsule(light, x0 + dx * r0, y0 + dy * r0, r0 * _INNER, x1 + dx * r1, y1 + dy * r1, r1 * _INNER),
        )


def _joined(*chain: _Part) -> list[_Layer]:
    """A limb without a crease at its joints: the nearer part carries a piece of its neighbour's light tone."""
    layers = [part.layer() for part in chain]
    for n, (upper, lower) in enumerate(pairwise(chain)):
        near, patch = (n, _start(lower.light)) if upper.depth < lower.depth else (n + 1, _end(upper.light))
        layers[near] = layers[near]._replace(shapes=(*layers[near].shapes, patch))
    return layers


def _start(limb: Capsule) -> Capsule:
    """The first part of a limb's light tone."""
    role, x0, y0, r0, x1, y1, r1 = limb
    s = _PATCH
    return Capsule(role, x0, y0, r0, x0 + (x1 - x0) * s, y0 + (y1 - y0) * s, r0 + (r1 - r0) * s)


def _end(limb: Capsule) -> Capsule:
    """The last part of a limb's light tone."""
    role, x0, y0, r0, x1, y1, r1 = limb
    return _start(Capsule(role, x1, y1, r1, x0, y0, r0))


def _hull(a: _Ellipse, b: _Ellipse, size: float, shift: float) -> tuple[tuple[float, float], ...]:
    """The hull of two ellipses: in every direction the further of the two outlines."""
    points = []
    ellipses = []
    for x, y, xx, xy, yy in (a, b):
        low = sqrt(xx * _LIGHT[0] ** 2 + 2 * xy * _LIGHT[0] * _LIGHT[1] + yy * _LIGHT[1] ** 2)
        ellipses.append((x + _LIGHT[0] * low * shift, y + _LIGHT[1] * low * shift, xx, xy, yy))
    (ax, ay, axx, axy, ayy), (bx, by, bxx, bxy, byy) = ellipses
    for c, s in _ROUND:
        a0, a1 = axx * c + axy * s, axy * c + ayy * s
        b0, b1 = bxx * c + bxy * s, bxy * c + byy * s
        ar, br = sqrt(a0 * c + a1 * s), sqrt(b0 * c + b1 * s)
        if ax * c + ay * s + ar * size > bx * c + by * s + br * size:
            points.append((ax + a0 / ar * size, ay + a1 / ar * size))
        else:
            points.append((bx + b0 / br * size, by + b1 / br * size))
    return tuple(points)


def _outline(points: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The convex hull (Andrew's monotone chain)."""
    ordered = sorted(points)
    chains: list[list[tuple[float, float]]] = []
    for way in (ordered, ordered[::-1]):
        chain: list[tuple[float, float]] = []
        for x, y in way:
            while len(chain) > 1 and _left(chain[-2], chain[-1], (x, y)) <= 0:
                chain.pop()
            chain.append((x, y))
        chains.append(chain[:-1])
    return tuple(chains[0] + chains[1])


def _left(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
