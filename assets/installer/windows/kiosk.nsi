; The Windows installer: makensis -DVERSION=0.1.0 -DOUT=kiosk-setup.exe -DPROGRAM=dist\kiosk -DSETTINGS=kiosk.toml kiosk.nsi
; Never run on Windows: compiled, and tried under wine with a placeholder in the place of the program.
; Silent: kiosk-setup.exe /S [/CONFIG=file.toml] [/D=C:\Program Files\Kiosk]
Target amd64-unicode
!include FileFunc.nsh
!include LogicLib.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kiosk"
Name "Kiosk"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\Kiosk"
RequestExecutionLevel admin
SetCompressor /SOLID lzma
ShowInstDetails nevershow
; Windows takes four numbers: the release, without the commit after it.
!searchparse "${VERSION}+" "" RELEASE "+"
VIProductVersion "${RELEASE}.0"
VIAddVersionKey ProductName "Kiosk"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Waiting-room kiosk"
VIAddVersionKey LegalCopyright "Apache-2.0"
Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Var data

Section
  SetRegView 64
  ; ProgramData of this machine, wherever it is
  SetShellVarContext all
  StrCpy $data "$APPDATA\Kiosk"

  ; What an older version brought must not stay beside the new one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*"

  CreateDirectory "$data\conf.d"
  ; Settings that are there are the clinic's.
  SetOutPath "$data"
  SetOverwrite off
  File /oname=kiosk.toml "${SETTINGS}"
  SetOverwrite on
  ${GetParameters} $0
  ${GetOptions} $0 "/CONFIG=" $1
  ${IfNot} ${Errors}
    CopyFiles /SILENT "$1" "$data\conf.d\50-site.toml"
  ${EndIf}

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${UNINSTALL}" DisplayName "Kiosk"
  WriteRegStr HKLM "${UNINSTALL}" DisplayVersion "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" Publisher "Kiosk maintainers"
  WriteRegStr HKLM "${UNINSTALL}" InstallLocation "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" NoModify 1
  WriteRegDWORD HKLM "${UNINSTALL}" NoRepair 1
SectionEnd

Section Uninstall
  SetRegView 64
  ; Only what was installed: settings, keys and requests in ProgramData stay.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\LICENSES"
  Delete "$INSTDIR\kiosk.exe"
  Delete "$INSTDIR\VERSION"
  Delete "$INSTDIR\SHA256SUMS"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${UNINSTALL}"
SectionEnd
