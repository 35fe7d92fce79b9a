; Windows installer: the frozen folder, for the person alone, no administrator needed. `packaging\windows\build.ps1` calls
;   makensis /DVERSION=1.2.3 /DFROZEN=build\package\limber /DICON=build\package\icons\limber.ico /DOUT=... limber.nsi
; /DSIGN="signtool sign ..." signs the installer and its uninstaller.
Unicode true
!include "MUI2.nsh"
Name "Limber"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Limber"
InstallDirRegKey HKCU "Software\Limber" "folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Limber"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\limber.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "Russian"

Section "Limber"
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}/*"
  File "${ICON}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Limber.lnk" "$INSTDIR\limber.exe" "" "$INSTDIR\limber.ico"
  WriteRegStr HKCU "Software\Limber" "folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.limber" "" "Limber.Routine"
  WriteRegStr HKCU "Software\Classes\Limber.Routine" "" "Limber routine"
  WriteRegStr HKCU "Software\Classes\Limber.Routine\shell\open\command" "" '"$INSTDIR\limber.exe" "%1"'
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "Limber"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\limber.ico"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; What was recorded lies elsewhere and stays.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\limber.exe"
  Delete "$INSTDIR\limber.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Limber.lnk"
  DeleteRegKey HKCU "Software\Limber"
  DeleteRegKey HKCU "Software\Classes\.limber"
  DeleteRegKey HKCU "Software\Classes\Limber.Routine"
  DeleteRegKey HKCU "${ENTRY}"
SectionEnd
