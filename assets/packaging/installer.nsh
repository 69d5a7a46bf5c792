; An upgrade runs this uninstaller too (isUpdated) and a silent one has nobody to ask: both keep the documents.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    IfSilent keepDocuments
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "是否同时删除这台电脑上的全部文稿、版本和备份？$\r$\n$\r$\n选“否”会保留，以后重新安装即可继续使用。选“是”后不能找回。$\r$\n$\r$\n在设置里移到别处的数据文件夹不会删除。" IDNO keepDocuments
    SetShellVarContext current
    RMDir /r "$APPDATA\nigao"
    keepDocuments:
  ${endIf}
!macroend
