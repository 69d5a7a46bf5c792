/** Wrong use of the command: told on stderr, exit code 2. */
export class UsageError extends Error {}

export const usage = `nigao：起草、校核、导出党政机关规划和意见类公文

  nigao outline 文件… [--json]            认出的结构
  nigao check 文件… [--off 规则]… [--rules 规则包.json]… [--comments 文件.docx|文件夹] [--json]
                                          校核，有“必改”时退出码为 1；问题可另写成 Word 批注
  nigao export 文件… -o 文件.docx|文件夹   导出公文格式的 Word 文件
        [--format plain|document|letter|minutes] [--profile standard|compensated]
        [--red-head] [--setting 设置=值]… [--meta 字段=值]… [--json]
  nigao new --template 模板 [--set 字段=值]… -o 文稿.nigao [--json]
  nigao templates [--json]                列出模板

读 .txt、.docx、.nigao。设有密码的 .nigao 加 --password-file 文件（第一行是密码，- 为标准输入），
或把密码放在环境变量 NIGAO_PASSWORD。结果写到标准输出，提示写到标准错误。
退出码：0 正常，1 有必改的问题，2 用法不对，3 有文件读不出或写不了。`;
