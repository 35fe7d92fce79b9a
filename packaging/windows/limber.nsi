; Windows installer: the frozen folder, for the person alone, no administrator needed. `packaging\windows\build.ps1` calls
;   makensis /DVERSION=1.2.3 /DFROZEN=build\package\limber /DICON=build\package\icons\limber.ico /DOUT=... limber.nsi
; /DSIGN="signtool sign ..." signs the installer and its uninstaller.
Unicode true
!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
Name "Limber"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Limber"
InstallDirRegKey HKCU "Software\Limber" "folder"
RequestExecutionLevel user
ManifestDPIAware true
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Limber"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Limber"
VIAddVersionKey "LegalCopyright" "The Limber developers, MIT licence"
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
LangString OPEN ${LANG_ENGLISH} "Limber is open, perhaps as an icon beside the clock. Quit it, then try again."
LangString OPEN ${LANG_GERMAN} "Limber ist offen, vielleicht als Symbol neben der Uhr. Beende es und versuch es dann noch einmal."
LangString OPEN ${LANG_SPANISH} "Limber está abierto, quizá como icono junto al reloj. Ciérralo e inténtalo de nuevo."
LangString OPEN ${LANG_RUSSIAN} "Limber открыт, возможно, значком рядом с часами. Закройте его и попробуйте ещё раз."

!macro WaitUntilClosed ; the file of a program that runs can't be written
  ${If} ${FileExists} "$INSTDIR\limber.exe"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\limber.exe" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN)" /SD IDCANCEL IDRETRY +2
      Abort
    ${Loop}
  ${EndIf}
!macroend

!macro TellDesktop ; that a kind of file is opened by another program now
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "Limber"
  !insertmacro WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}\*"
  File "${ICON}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Limber.lnk" "$INSTDIR\limber.exe" "" "$INSTDIR\limber.ico"
  WriteRegStr HKCU "Software\Limber" "folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.limber" "" "Limber.Routine"
  WriteRegStr HKCU "Software\Classes\Limber.Routine" "" "Limber routine"
  WriteRegStr HKCU "Software\Classes\Limber.Routine\DefaultIcon" "" "$INSTDIR\limber.ico"
  WriteRegStr HKCU "Software\Classes\Limber.Routine\shell\open\command" "" '"$INSTDIR\limber.exe" "%1"'
  !insertmacro TellDesktop
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" $0
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "Limber"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\limber.ico"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "The Limber developers"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; What was recorded lies elsewhere and stays.
  !insertmacro WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\limber.exe"
  Delete "$INSTDIR\limber-cli.exe"
  Delete "$INSTDIR\limber.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Limber.lnk"
  DeleteRegKey HKCU "Software\Limber"
  DeleteRegKey HKCU "Software\Classes\.limber"
  DeleteRegKey HKCU "Software\Classes\Limber.Routine"
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Limber" ; started with the computer, where asked for
  DeleteRegKey HKCU "${ENTRY}"
  !insertmacro TellDesktop
SectionEnd
