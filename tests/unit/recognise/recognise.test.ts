import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../shared/checks/run-checks';
import { blockText } from '../../../shared/document/plain-text';
import { assessFunctions } from '../../../shared/functions/assess-functions';
import { recogniseParagraphs, recogniseText } from '../../../shared/recognise/recognise';
import { clausesOf, recogniseFixture, textsOf } from './read-fixture';

describe('an implementation opinion copied from a web page', () => {
  const recognition = recogniseFixture('implementation-opinion.txt');
  const { document } = recognition;

  it('has its title from the lines above the number, though the page repeats it', () => {
    expect(textsOf(recognition, 'title')[0]).toBe('云川市人民政府关于加快推进茶旅融合的实施意见');
    expect(document.meta).toMatchObject({
      genre: 'implementation-opinion',
      documentNumber: '云政发〔2026〕12号',
      issuingOrgan: '云川市人民政府',
    });
  });

  it('keeps the colon of the recipients and the characters of the source', () => {
    expect(textsOf(recognition, 'salutation')).toEqual(['各区(县)人民政府,云川高新区管委会,市政府各部门:']);
  });

  it('numbers sections through the whole text and stores no number', () => {
    expect(document.parts[0]?.numbering).toEqual({ 2: 'part' });
    expect(clausesOf(recognition)).toEqual([
      '一、总体要求',
      '（一）指导思想。',
      '（二）主要目标。',
      '二、建好茶园',
      '（三）改造老旧茶园。',
      '（四）推广绿色防控。',
      '三、做活景区',
      '（五）打通旅游环线。',
      '（六）培育茶村民宿。',
      '四、保障措施',
      '（七）加强组织领导。',
      '（八）强化资金支持。',
    ]);
    expect(document.parts[0]?.children.some((block) => 'sourceNumber' in block)).toBe(false);
  });

  it('takes the unit note off the end of a paragraph', () => {
    expect(textsOf(recognition, 'responsibility')).toContain('(牵头单位:市农业农村局,责任单位:市生态环境局、市供销社)');
    const first = document.parts[0]?.children.find((block) => block.type === 'responsibility');
    expect(first && 'placement' in first).toBe(false);
  });

  it('puts the dash items and their notes into the box', () => {
    const boxed = document.parts[0]?.children.filter((block) => 'boxId' in block && block.boxId !== undefined) ?? [];
    expect(boxed.map((block) => block.type)).toEqual(['boxTitle', 'dash', 'responsibility', 'dash', 'responsibility']);
    expect(blockText(boxed[0]!)).toBe('茶园提质工程');
  });

  it('reads signature, date in Chinese numerals and the note below', () => {
    expect(textsOf(recognition, 'signature')).toEqual(['云川市人民政府']);
    expect(textsOf(recognition, 'dateLine')).toEqual(['二○二六年三月十八日']);
    expect(textsOf(recognition, 'note')).toEqual(['(此件公开发布)']);
  });

  it('makes a part of each attachment and keeps its flattened table line by line with one doubt', () => {
    expect(document.parts.map((part) => part.kind)).toEqual(['main', 'attachment', 'attachment']);
    expect(textsOf(recognition, 'title').slice(1)).toEqual(['云川市茶旅融合主要指标', '云川市茶旅融合重点项目']);
    expect(document.parts[1]?.children.filter((block) => block.type === 'paragraph').map(blockText)).toEqual([
      '序号',
      '指标名称',
      '2028年目标',
      '1',
      '茶旅示范村',
      '30个',
      '2',
      '茶旅综合收入',
      '45亿元',
    ]);
    expect(recognition.doubts.map((doubt) => doubt.message)).toEqual([
      '第61行起：像是一张表格，暂按每格一行保留，请核对。',
      '第83行起：像是一张表格，暂按每格一行保留，请核对。',
    ]);
  });

  it('sets the lines of the web page aside, above and below', () => {
    expect(document.setAside.map((line) => line.line)).toEqual([1, 2, 3, 4, 101, 102, 103]);
  });
});

describe('a notice of two bureaus with the plan it issues', () => {
  const recognition = recogniseFixture('notice-with-plan.txt');
  const { document } = recognition;

  it('joins the three lines of its title and the two of the plan', () => {
    expect(textsOf(recognition, 'title')).toEqual([
      '云川市市场监督管理局 云川市财政局关于印发《云川市放心餐饮三年行动计划(2026—2028年)》的通知',
      '云川市放心餐饮三年行动计划(2026—2028年)',
    ]);
    expect(document.parts.map((part) => part.kind)).toEqual(['notice', 'main']);
    expect(document.meta).toMatchObject({ genre: 'action-plan', documentNumber: '云市监发[2026]7号' });
  });

  it('leaves signatures and date in the notice', () => {
    expect(document.parts[0]?.children.map((block) => block.type)).toEqual([
      'title',
      'salutation',
      'paragraph',
      'signature',
      'signature',
      'dateLine',
    ]);
  });

  it('lets items run on within a chapter', () => {
    expect(document.parts[1]?.numbering).toEqual({ 3: 'chapter' });
    expect(clausesOf(recognition)).toContain('3.改造后厨布局。');
  });

  it('keeps unit notes that are paragraphs of their own as such', () => {
    const notes = document.parts[1]?.children.filter((block) => block.type === 'responsibility') ?? [];
    expect(notes).toHaveLength(4);
    expect(notes.every((note) => 'placement' in note && note.placement === 'own')).toBe(true);
  });
});

describe('an opinion in traditional characters', () => {
  const recognition = recogniseFixture('traditional-opinion.txt');

  it('is matched in simplified form and kept as written', () => {
    expect(recognition.document.meta).toMatchObject({ genre: 'opinion', documentNumber: '雲政發〔2026〕21號' });
    expect(textsOf(recognition, 'salutation')).toEqual(['各縣(市、區)人民政府,市政府各部門:']);
    expect(textsOf(recognition, 'signature')).toEqual(['雲川市人民政府']);
    expect(textsOf(recognition, 'responsibility')).toEqual(['(責任單位:市市場監督管理局、市財政局)']);
  });

  it('joins headings broken over two lines without a doubt', () => {
    expect(clausesOf(recognition)).toContain('二、辦好服務站,方便企業就近辦理');
    expect(clausesOf(recognition)).toContain('三、加強組織保障,推動任務落到實處');
    expect(recognition.doubts).toEqual([]);
  });

  it('sets the table of metadata aside', () => {
    expect(recognition.document.setAside.map((line) => line.line)).toEqual([1, 2, 3, 4, 5, 9]);
  });
});

describe('a text wrapped by hand', () => {
  const recognition = recogniseFixture('hard-wrapped.txt');

  it('gets its paragraphs back, each with the lines it came from', () => {
    expect(textsOf(recognition, 'paragraph')[1]).toBe(
      '到2027年，主城区每个社区至少有一家菜店，居民步行十分钟内可以买到新鲜蔬菜，蔬菜价格不高于周边农贸市场平均水平。',
    );
    const block = recognition.document.parts[0]!.children.find((candidate) =>
      blockText(candidate).startsWith('到2027年'),
    )!;
    expect(recognition.spans.get(block.id)?.map((span) => [span.line, span.column])).toEqual([
      [6, 5],
      [7, 1],
      [8, 1],
    ]);
    expect(recognition.lines.get(block.id)).toBe(6);
  });
});

describe('single phenomena', () => {
  const plan = (body: string): ReturnType<typeof recogniseText> =>
    recogniseText(`云川市夜市管理实施方案\n为规范夜市经营，制定本方案。\n${body}`);

  it('splits off an item glued to the end of the one before and says so', () => {
    const recognition = plan(
      '一、主要任务\n1.划定经营区域。由街道划线定位。2.统一摊位样式。由城管部门设计。\n3.加强夜间巡查。每晚不少于两次。',
    );
    expect(clausesOf(recognition)).toEqual([
      '一、主要任务',
      '1.划定经营区域。',
      '2.统一摊位样式。',
      '3.加强夜间巡查。',
    ]);
    expect(recognition.doubts.map((doubt) => doubt.message)).toEqual([
      '第4行：“2.”接在上一段的末尾，已另起一段，请核对。',
    ]);
  });

  it('leaves a list inside a sentence alone', () => {
    const recognition = plan('一、申报材料\n1.提交下列材料：1.申请表；2.身份证。\n2.现场核验。由街道办理。');
    expect(clausesOf(recognition)).toHaveLength(3);
  });

  it('reads variants of numbers and keeps what the source wrote', () => {
    const recognition = plan('一、主要任务\n(一)摸底\n１．登记摊主\n2、核对证件\n(1)查执照\n(2)查健康证');
    expect(clausesOf(recognition)).toEqual([
      '一、主要任务',
      '（一）摸底',
      '1.登记摊主',
      '2.核对证件',
      '（1）查执照',
      '（2）查健康证',
    ]);
    expect([...recognition.sourceNumbers.values()]).toEqual(['一、', '(一)', '１．', '2、', '(1)', '(2)']);
  });

  it('keeps a number that differs from the computed one', () => {
    const recognition = plan('一、摸底\n二、整治\n四、考核');
    const last = recognition.document.parts[0]!.children.at(-1)!;
    expect(last.type === 'clause' && last.sourceNumber).toBe('四、');
  });

  it('starts again at one where the source does, without storing a number', () => {
    const recognition = plan('一、摸底\n二、整治\n一、附带要求\n二、其他');
    const clauses = recognition.document.parts[0]!.children.filter((block) => block.type === 'clause');
    expect(clauses.map((clause) => clause.restart === true)).toEqual([false, false, true, false]);
    expect(clauses.some((clause) => clause.sourceNumber !== undefined)).toBe(false);
  });

  it('does not take a decimal, a year or a clock for a number', () => {
    const recognition = plan('3.5公里长的夜市街统一亮化。\n2026年底前完成。\n19:30开市。');
    expect(clausesOf(recognition)).toEqual([]);
  });

  it('makes an attachment of which only the title is known', () => {
    const recognition = plan('一、要求\n附件：夜市摊位分布图\n云川市城市管理局\n2026年6月1日');
    expect(recognition.document.parts.map((part) => part.kind)).toEqual(['main', 'attachment']);
    expect(textsOf(recognition, 'title')).toEqual(['云川市夜市管理实施方案', '夜市摊位分布图']);
    expect(textsOf(recognition, 'signature')).toEqual(['云川市城市管理局']);
  });

  it('sets aside a listed title that its attachment does not bear, with a doubt', () => {
    const recognition = plan(
      '一、要求\n附件：夜市摊位分布图\n云川市城市管理局\n2026年6月1日\n附件\n夜市收费标准\n每晚二十元。',
    );
    expect(textsOf(recognition, 'title')).toEqual(['云川市夜市管理实施方案', '夜市收费标准']);
    expect(recognition.document.setAside.map((line) => line.text)).toEqual(['附件：夜市摊位分布图']);
    expect(recognition.doubts.map((doubt) => doubt.message)).toEqual([
      '第4行：附件说明中的名称与附件的标题不一致，请核对。',
    ]);
  });

  it('takes the plan that is the attachment of its notice for the main text', () => {
    const recognition = recogniseText(
      '云川市商务局关于印发云川市早市提升方案的通知\n各区商务局：\n现将方案印发给你们。\n附件：云川市早市提升方案\n云川市商务局\n2026年6月1日\n附件\n云川市早市提升方案\n一、目标\n新建早市十处。',
    );
    expect(recognition.document.parts.map((part) => part.kind)).toEqual(['notice', 'main']);
    expect(recognition.document.meta.genre).toBe('implementation-scheme');
  });

  it('keeps a notice whose plan is missing as the main text', () => {
    const recognition = recogniseText(
      '云川市商务局关于印发云川市早市提升方案的通知\n各区商务局：\n现将方案印发给你们。\n云川市商务局\n2026年6月1日',
    );
    expect(recognition.document.parts.map((part) => part.kind)).toEqual(['main']);
    expect(recognition.document.meta.genre).toBe('notice');
  });

  it('sets a table of contents aside', () => {
    const recognition = recogniseText(
      '云川市水产规划\n目　录\n一、现状……1\n二、任务……3\n一、现状\n全市鱼塘八千亩。\n二、任务\n改造鱼塘。',
    );
    expect(recognition.document.setAside.map((line) => line.line)).toEqual([2, 3, 4]);
    expect(clausesOf(recognition)).toEqual(['一、现状', '二、任务']);
  });

  it('reads the form fields above and below the text', () => {
    const recognition = recogniseText(
      '特急\n云川市人民政府文件\n云政发〔2026〕3号\n云川市人民政府关于保供稳价的意见\n各区人民政府：\n请抓好落实。\n云川市人民政府\n2026年1月5日\n抄送：市委办公室，市人大常委会办公室。\n云川市人民政府办公室　2026年1月6日印发',
    );
    expect(recognition.document.meta).toEqual({
      genre: 'opinion',
      urgency: '特急',
      documentNumber: '云政发〔2026〕3号',
      issuingOrgan: '云川市人民政府',
      copyTo: '市委办公室，市人大常委会办公室。',
      printingOrgan: '云川市人民政府办公室',
      printingDate: '2026年1月6日',
    });
  });

  it('reads 署名 and date that stand on one line', () => {
    const recognition = plan('一、要求\n抓好落实。\n云川市城市管理局　2026年6月1日');
    expect(textsOf(recognition, 'signature')).toEqual(['云川市城市管理局']);
    expect(textsOf(recognition, 'dateLine')).toEqual(['2026年6月1日']);
  });

  it('leaves signature and date before what follows them', () => {
    const recognition = plan(
      '一、要求\n抓好落实。\n云川市城市管理局\n2026年6月1日\n名词解释\n夜市：晚六点以后开市的集市。',
    );
    expect(recognition.document.parts[0]?.children.map((block) => block.type).slice(-4)).toEqual([
      'signature',
      'dateLine',
      'paragraph',
      'paragraph',
    ]);
  });

  it('puts a date from under the title behind the text, without its brackets', () => {
    const recognition = recogniseText('云川市人民政府关于保供稳价的意见\n（2026年1月5日）\n一、要求\n抓好落实。');
    expect(recognition.document.parts[0]?.children.map((block) => block.type)).toEqual([
      'title',
      'clause',
      'paragraph',
      'dateLine',
    ]);
    expect(textsOf(recognition, 'dateLine')).toEqual(['2026年1月5日']);
  });

  it('keeps the recipients of an opinion that a notice passes on', () => {
    const recognition = recogniseText(
      '云川市人民政府办公室转发市商务局关于发展早市的意见的通知\n各区人民政府：\n现将市商务局《关于发展早市的意见》转发给你们。\n云川市人民政府办公室\n2026年1月5日\n关于发展早市的意见\n市政府：\n一、要求\n抓好落实。',
    );
    expect(textsOf(recognition, 'salutation')).toEqual(['各区人民政府：', '市政府：']);
  });

  it('makes a table block of a Word table where it stands', () => {
    const table = { rows: [[{ text: '项目' }, { text: '金额' }], [{ text: '亮化', colSpan: 2 }]] };
    const recognition = recogniseParagraphs([
      { line: 1, text: '云川市夜市管理实施方案' },
      { line: 2, text: '一、经费' },
      { line: 3, text: '', table },
      { line: 7, text: '以上经费由市财政安排，年底统一清算。' },
    ]);
    expect(recognition.document.parts[0]?.children.map((block) => block.type)).toEqual([
      'title',
      'clause',
      'table',
      'paragraph',
    ]);
  });

  it('puts 一、 below 第X章 and keeps both as written', () => {
    const recognition = plan('第一章 总则\n一、范围\n二、原则\n第二章 任务\n一、摸底\n（一）登记摊主');
    const clauses = recognition.document.parts[0]!.children.filter((block) => block.type === 'clause');
    expect(clauses.map((clause) => clause.level)).toEqual([1, 2, 2, 1, 2, 3]);
    expect(clausesOf(recognition)).toEqual([
      '第一章总则',
      '一、范围',
      '二、原则',
      '第二章任务',
      '一、摸底',
      '（一）登记摊主',
    ]);
  });

  it('takes a first line without a genre word for the title and says so', () => {
    const recognition = recogniseText(
      '云川夜市那些事儿\n为规范夜市经营，方便市民和摊主，我们把这些年的做法整理出来，供各区参考使用。',
    );
    expect(textsOf(recognition, 'title')).toEqual(['云川夜市那些事儿']);
    expect(recognition.doubts.map((doubt) => doubt.message)).toEqual(['第1行：像是标题，请核对。']);
  });

  it('makes a part of each plan that one notice issues', () => {
    const recognition = recogniseText(
      '云川市商务局关于印发《云川市早市提升方案》和《云川市夜市提升方案》的通知\n各区商务局：\n现将《云川市早市提升方案》《云川市夜市提升方案》印发给你们。\n云川市商务局\n2026年6月1日\n云川市早市提升方案\n一、目标\n新建早市十处。\n云川市夜市提升方案\n一、目标\n新建夜市十处。',
    );
    expect(textsOf(recognition, 'title').slice(1)).toEqual(['云川市早市提升方案', '云川市夜市提升方案']);
    expect(recognition.document.parts.map((part) => part.kind)).toEqual(['notice', 'main', 'attachment']);
    expect(recognition.doubts.map((doubt) => doubt.line)).toEqual([9]);
  });

  it('reads a text of very many lines, and one that never ends a sentence', () => {
    expect(recogniseText('摊位\n'.repeat(130_000)).document.parts[0]?.children).toHaveLength(130_000);
    const endless = recogniseText(`${'夜市摊位逐户登记'.repeat(40)}，\n`.repeat(500));
    expect(textsOf(endless, 'paragraph').every((text) => text.length < 5000)).toBe(true);
  });

  it('answers an empty text with an empty paragraph and a doubt', () => {
    const recognition = recogniseText(' \n\n');
    expect(recognition.document.parts).toHaveLength(1);
    expect(recognition.doubts.map((doubt) => doubt.message)).toEqual(['没有认出标题，请补上或指定标题。']);
  });
});

it('says of a paragraph that begins with a number and was taken for no heading that it did', () => {
  const cells = ['序号', '名称', '街道', '1', '东门早市', '1.蔬菜：由东街管理，每日开放、', '2', '西门早市', '西街'];
  const { doubts, document } = recogniseText(['云川市早市方案', '一、重点任务', '二、摊位清单', ...cells].join('\n'));
  const block = document.parts[0]!.children.find((one) => blockText(one).startsWith('1.'));
  expect(block?.type).toBe('paragraph');
  expect(doubts).toContainEqual({
    line: 9,
    blockId: block?.id,
    message: '第9行：以编号开头，没有当作标题或条目，请核对。',
  });
});

describe('published texts as they are found', () => {
  const read = (...lines: string[]) => recogniseText(lines.join('\n'));

  it('takes a date without its last character, recipients listed by province, a slogan with a comma', () => {
    const notice = read(
      '云川市商务局关于开展“老街新灯，夜里相逢”活动的通知',
      '青山、白水、红石、绿洲省（自治区）人民政府：',
      '活动定于七月举行。',
      '云川市商务局',
      '2026年6月1',
    );
    expect(textsOf(notice, 'title')).toEqual(['云川市商务局关于开展“老街新灯，夜里相逢”活动的通知']);
    expect(textsOf(notice, 'salutation')).toHaveLength(1);
    expect(textsOf(notice, 'dateLine')).toEqual(['2026年6月1']);
  });

  it('sets aside when and by whom the web page was put up', () => {
    const notice = read(
      '云川市商务局关于登记夜市摊位的通知',
      '2026年07月23日06:05:59',
      '发布部门: 云川市商务局',
      '· 2026年07月23日',
      '· 分享到',
      '各有关单位：',
      '摊位逐户登记。',
    );
    expect(notice.document.parts[0]!.children.map(({ type }) => type)).toEqual(['title', 'salutation', 'paragraph']);
    expect(notice.document.setAside).toHaveLength(4);
  });

  it('joins broken titles as the list of attachments writes them, in the plan and in what is attached to it', () => {
    const { document } = read(
      '云川市商务局关于发布2026年夜市扶持计划申请指南的通知',
      '各有关单位：',
      '现将指南印发给你们。',
      '附件：1.市商务局2026年夜市扶持计划申请指南',
      '2.夜市扶持计划实施方案及总结报告',
      '云川市商务局',
      '2026年6月1日',
      '附件1',
      '市商务局2026年夜市',
      '扶持计划申请指南',
      '一、支持领域',
      '支持老街夜市。',
      '附件2',
      '夜市扶持计划',
      '实施方案',
      '及总结报告',
      '项目名称：',
    );
    expect(document.parts.map(({ kind, children }) => [kind, blockText(children[0]!)])).toEqual([
      ['notice', '云川市商务局关于发布2026年夜市扶持计划申请指南的通知'],
      ['main', '市商务局2026年夜市扶持计划申请指南'],
      ['attachment', '夜市扶持计划实施方案及总结报告'],
    ]);
  });
});

it('reads 第X篇 above 第X章 above 第X节, the chapters numbered through, and finds the functions there', () => {
  const text = [
    '云川市夜间经济发展第十五个五年规划',
    '第一篇 基础和要求',
    '第一章 发展基础',
    '全市夜市三十处。',
    '第二章 总体要求',
    '第一节 指导思想',
    '贯彻市委部署。',
    '第二节 主要目标',
    '到2030年，夜市收入达到2000万元。',
    '第二篇 繁荣夜市',
    '第三章 改造街区',
    '改造老街。',
    '第三篇 保障措施',
    '第四章 组织实施',
    '落实责任。',
  ].join('\n');
  const { document } = recogniseText(text);
  const clauses = document.parts[0]!.children.flatMap((block) => (block.type === 'clause' ? [block] : []));
  expect(clauses.map(({ level, sourceNumber }) => `${level} ${sourceNumber}`)).toEqual([
    '1 第一篇',
    '2 第一章',
    '2 第二章',
    '3 第一节',
    '3 第二节',
    '1 第二篇',
    '2 第三章',
    '1 第三篇',
    '2 第四章',
  ]);
  const rules = runChecks(document).findings.map(({ rule }) => rule);
  expect(rules).not.toContain('consistency/source-number');
  const { goals, guidingIdeology, safeguards } = assessFunctions(document);
  expect([goals.state, guidingIdeology.places.length, safeguards.places.length]).toEqual(['present', 1, 1]);
});
