#!/usr/bin/env bash
# Puts the frozen program into build/package/limber_VERSION_ARCH.deb. `packaging/frozen/build.sh` comes first.
set -euo pipefail
cd "$(dirname "$0")/../.."
room=build/package
[ -x "$room/limber/limber" ] || packaging/frozen/build.sh
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' app/__init__.py)
architecture=$(dpkg --print-architecture)
root=$room/deb
rm -rf "$root"

install -d "$root/opt" "$root/usr/bin" "$root/DEBIAN"
cp -a "$room/limber" "$root/opt/limber"
chmod -R u=rwX,go=rX "$root/opt/limber"
ln -s ../../opt/limber/limber "$root/usr/bin/limber"
packaging/linux/install_desktop_files.sh "$root/usr"
install -Dm644 LICENSE "$root/usr/share/doc/limber/copyright"
cat packaging/third_party_notices.md >> "$root/usr/share/doc/limber/copyright"
gzip -9nc CHANGELOG.md | install -Dm644 /dev/stdin "$root/usr/share/doc/limber/changelog.gz"
install -d "$root/usr/share/man/man1"
gzip -9nc packaging/linux/limber.1 > "$root/usr/share/man/man1/limber.1.gz"

size=$(du -sk "$root" | cut -f1)
sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$size/" packaging/debian/control.in > "$root/DEBIAN/control"
(cd "$root" && find opt usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)  # what `dpkg --verify` goes by
package=$room/limber_${version}_${architecture}.deb
dpkg-deb --build --root-owner-group -Zxz "$root" "$package" >/dev/null
rm -rf "$root"
echo "$package: $(du -h "$package" | cut -f1)"
