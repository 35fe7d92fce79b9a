"""Vectors, frames and quaternions as plain tuples: one picture is a few hundred small sums. cm and radians.

World: x forward, y to the left, z up; the floor is z = 0. A Frame is where a body part's own forward, left and up
point (right-handed: forward × left = up). A turn vector (x, y, z) turns about the part's own forward, left and up:
+y takes up towards forward, +z takes forward to the left, −x takes up to the left. Quaternions are (w, x, y, z).
"""

from math import acos, cos, degrees, hypot, sin, sqrt
from typing import TypeAlias

Vec: TypeAlias = tuple[float, float, float]
Frame: TypeAlias = tuple[Vec, Vec, Vec]
Quat: TypeAlias = tuple[float, float, float, float]

ORIGIN: Vec = (0.0, 0.0, 0.0)
UPRIGHT: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
STILL: Quat = (1.0, 0.0, 0.0, 0.0)
_TINY = 1e-9


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def along(a: Vec, direction: Vec, length: float) -> Vec:
    """The point `length` from `a` in `direction`."""
    return (a[0] + direction[0] * length, a[1] + direction[1] * length, a[2] + direction[2] * length)


def middle(a: Vec, b: Vec) -> Vec:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2)


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def distance(a: Vec, b: Vec) -> float:
    return hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])


def unit(a: Vec, otherwise: Vec = (0.0, 0.0, 1.0)) -> Vec:
    """`a` at length 1; `otherwise` where it has no direction."""
    length = hypot(*a)
    return (a[0] / length, a[1] / length, a[2] / length) if length > _TINY else otherwise


def place(origin: Vec, frame: Frame, local: Vec) -> Vec:
    """The world's point for `local` = (forward, left, up) in a frame that stands at `origin`."""
    f, s, u = frame
    x, y, z = local
    return (
        origin[0] + f[0] * x + s[0] * y + u[0] * z,
        origin[1] + f[1] * x + s[1] * y + u[1] * z,
        origin[2] + f[2] * x + s[2] * y + u[2] * z,
    )


def local(origin: Vec, frame: Frame, point: Vec) -> Vec:
    """The inverse of `place`."""
    gap = sub(point, origin)
    return (dot(frame[0], gap), dot(frame[1], gap), dot(frame[2], gap))


def compose(outer: Frame, inner: Frame) -> Frame:
    """`inner`, given in `outer`, as seen from the world."""
    return (place(ORIGIN, outer, inner[0]), place(ORIGIN, outer, inner[1]), place(ORIGIN, outer, inner[2]))


def inside(outer: Frame, frame: Frame) -> Frame:
    """`frame` as seen from `outer`: the inverse of `compose`."""
    return (local(ORIGIN, outer, frame[0]), local(ORIGIN, outer, frame[1]), local(ORIGIN, outer, frame[2]))


def transposed(frame: Frame) -> Frame:
    (a, b, c), (d, e, f), (g, h, i) = frame
    return ((a, d, g), (b, e, h), (c, f, i))


def turned(frame: Frame, x: float, y: float, z: float) -> Frame:
    """`frame` turned by the turn vector (x, y, z), radians, about its own axes at once (Rodrigues' formula)."""
    square = x * x + y * y + z * z
    if square < 1e-18:
        return frame
    angle = sqrt(square)
    s, k, c = sin(angle) / angle, (1.0 - cos(angle)) / square, cos(angle)
    (f0, f1, f2), (l0, l1, l2), (u0, u1, u2) = frame
    kx, ky, kz, sx, sy, sz = k * x, k * y, k * z, s * x, s * y, s * z
    a, b, d = c + kx * x, ky * x + sz, kz * x - sy
    e, g, h = kx * y - sz, c + ky * y, kz * y + sx
    m, n, o = kx * z + sy, ky * z - sx, c + kz * z
    return (
        (f0 * a + l0 * b + u0 * d, f1 * a + l1 * b + u1 * d, f2 * a + l2 * b + u2 * d),
        (f0 * e + l0 * g + u0 * h, f1 * e + l1 * g + u1 * h, f2 * e + l2 * g + u2 * h),
        (f0 * m + l0 * n + u0 * o, f1 * m + l1 * n + u1 * o, f2 * m + l2 * n + u2 * o),
    )


def hinged(frame: Frame, angle: float) -> Frame:
    """`frame` turned about its own left by `angle` radians: up goes towards forward."""
    (f0, f1, f2), left, (u0, u1, u2) = frame
    s, c = sin(angle), cos(angle)
    return (
        (f0 * c - u0 * s, f1 * c - u1 * s, f2 * c - u2 * s),
        left,
        (f0 * s + u0 * c, f1 * s + u1 * c, f2 * s + u2 * c),
    )


def to_frame(q: Quat) -> Frame:
    """The frame of a quaternion of any length but 0."""
    w, x, y, z = q
    k = 2.0 / (w * w + x * x + y * y + z * z)
    xx, yy, zz, xy, xz, yz, wx, wy, wz = (
        k * x * x, k * y * y, k * z * z, k * x * y, k * x * z, k * y * z, k * w * x, k * w * y, k * w * z,
    )  # fmt: skip
    return ((1 - yy - zz, xy + wz, xz - wy), (xy - wz, 1 - xx - zz, yz + wx), (xz + wy, yz - wx, 1 - xx - yy))


def to_quat(frame: Frame) -> Quat:
    """The quaternion of a frame, with w ≥ 0."""
    (a, d, g), (b, e, h), (c, f, i) = frame
    squares = (1 + a + e + i, 1 + a - e - i, 1 - a + e - i, 1 - a - e + i)
    best = squares.index(max(squares))
    rows: tuple[Quat, ...] = (
        (squares[0], h - f, c - g, d - b),
        (h - f, squares[1], d + b, c + g),
        (c - g, d + b, squares[2], h + f),
        (d - b, c + g, h + f, squares[3]),
    )
    w, x, y, z = rows[best]
    size = sqrt(w * w + x * x + y * y + z * z)
    if w < 0:
        size = -size
    return (w / size, x / size, y / size, z / size)


def angle_between(a: Vec, b: Vec) -> float:
    """The angle between two directions, in degrees."""
    return degrees(acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))


def mirrored(a: Vec) -> Vec:
    return (a[0], -a[1], a[2])


def mirrored_frame(frame: Frame) -> Frame:
    """The mirror image stays right-handed: its left is the image of the right."""
    f, s, u = frame
    return ((f[0], -f[1], f[2]), (-s[0], s[1], -s[2]), (u[0], -u[1], u[2]))


def mirrored_quat(q: Quat) -> Quat:
    return (q[0], -q[1], q[2], -q[3])
