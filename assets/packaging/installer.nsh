!ifdef BUILD_UNINSTALLER
  Function un.deleteDocuments
    SetShellVarContext current
    RMDir /r "$APPDATA\nigao"
  FunctionEnd
!endif

; An upgrade runs this uninstaller too (isUpdated) and a silent one has nobody to ask: both keep the documents.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    IfSilent keepDocuments
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "是否同时删除本账户在这台电脑上的全部文稿、版本和备份？$\r$\n$\r$\n选“否”会保留，以后重新安装即可继续使用。选“是”后不能找回。$\r$\n$\r$\n在设置里移到别处的数据文件夹，以及其他账户的文稿，不会删除。" IDNO keepDocuments
    ; An installation for everybody is removed with an administrator's rights, perhaps another account's: the documents
    ; that are meant are those of the person who asked, in whose name the outer of the two uninstallers runs.
    ${if} ${UAC_IsInnerInstance}
      !insertmacro UAC_AsUser_Call Function un.deleteDocuments ${UAC_SYNCREGISTERS}
    ${else}
      Call un.deleteDocuments
    ${endIf}
    ; What follows removes the entries of the installation where they were made.
    ${if} $installMode == "all"
      SetShellVarContext all
    ${endIf}
    keepDocuments:
  ${endIf}
!macroend
