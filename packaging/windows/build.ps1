# Freezes Limber on Windows and makes build\package\Limber-VERSION.exe. Needs Python 3.11 to 3.14 and NSIS (makensis).
# $env:LIMBER_SIGN, where set, is the command that signs a file, e.g. 'signtool sign /fd sha256 /a'.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$room = "build\package"
if (-not (Test-Path "$room\venv\made")) {
    py -m venv --clear "$room\venv"
    & "$room\venv\Scripts\python" -m pip install --quiet --constraint constraints.txt --editable ".[package]"
    New-Item -Force "$room\venv\made" | Out-Null
}
$python = "$room\venv\Scripts\python"
& $python packaging\make_icons.py "$room\icons"
& $python -m PyInstaller --log-level WARN --noconfirm --distpath $room --workpath "$room\work" packaging\frozen\limber.spec
if ($LASTEXITCODE) { throw "PyInstaller failed" }
$version = & $python -c "import app; print(app.__version__)"
$root = (Get-Location).Path
$words = @("/DVERSION=$version", "/DFROZEN=$root\$room\limber", "/DICON=$root\$room\icons\limber.ico", "/DOUT=$root\$room\Limber-$version.exe")
if ($env:LIMBER_SIGN) { & cmd /c "$env:LIMBER_SIGN $room\limber\limber.exe"; $words += "/DSIGN=$env:LIMBER_SIGN" }
& makensis @words packaging\windows\limber.nsi
if ($LASTEXITCODE) { throw "makensis failed" }
