# Freezes Limber on Windows and makes build\package\Limber-VERSION.exe. Needs Python 3.11 to 3.14 and NSIS (makensis).
# $env:LIMBER_SIGN, where set, is the command that signs a file, e.g. 'signtool sign /fd sha256 /a'.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$room = "build\package"
$python = "$room\venv\Scripts\python"
function Stop-IfFailed($what) { if ($LASTEXITCODE) { throw "$what failed" } }

if (-not (Test-Path "$python.exe")) { py -m venv "$room\venv"; Stop-IfFailed "The venv" }
& $python -m pip install --quiet --constraint constraints.txt --editable ".[package]"; Stop-IfFailed "pip"
& $python packaging\make_icons.py "$room\icons"; Stop-IfFailed "make_icons.py"
& $python -m PyInstaller --log-level WARN --noconfirm --distpath $room --workpath "$room\work" packaging\frozen\limber.spec
Stop-IfFailed "PyInstaller"

$version = & $python -c "import app; print(app.__version__)"
$root = (Get-Location).Path
$words = @("/DVERSION=$version", "/DFROZEN=$root\$room\limber", "/DICON=$root\$room\icons\limber.ico", "/DOUT=$root\$room\Limber-$version.exe")
if ($env:LIMBER_SIGN) {
    foreach ($program in "limber.exe", "limber-cli.exe") {
        & cmd /c "$env:LIMBER_SIGN $room\limber\$program"; Stop-IfFailed "Signing $program"
    }
    $words += "/DSIGN=$env:LIMBER_SIGN"
}
& makensis @words packaging\windows\limber.nsi; Stop-IfFailed "makensis"

$frozen = (Get-ChildItem "$room\limber" -Recurse -File | Measure-Object Length -Sum).Sum / 1MB
"Frozen: {0:N0} MB. The largest files:" -f $frozen
Get-ChildItem "$room\limber" -Recurse -File | Sort-Object Length -Descending | Select-Object -First 12 |
    ForEach-Object { "{0,8:N1} MB  {1}" -f ($_.Length / 1MB), $_.Name }
"{0}: {1:N0} MB" -f "Limber-$version.exe", ((Get-Item "$room\Limber-$version.exe").Length / 1MB)
