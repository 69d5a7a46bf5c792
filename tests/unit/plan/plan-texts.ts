import { assessFunctions } from '../../../shared/functions/assess-functions';
import { blockFunctions } from '../../../shared/functions/block-functions';
import { readPlan } from '../../../shared/plan/read-plan';
import { taskTexts } from '../../../shared/plan/tasks/task-words';
import { recogniseText } from '../../../shared/recognise/recognise';

/** A document recognised from lines, with what is read of it. */
export const readLines = (lines: readonly string[]) => {
  const { document } = recogniseText(lines.join('\n'));
  const functions = blockFunctions(assessFunctions(document));
  const plan = readPlan(document, functions);
  const ours = { indicators: plan.indicators, tasks: plan.tasks, texts: taskTexts(document, plan.tasks) };
  return { document, functions, plan, ours };
};

/** What the province asks for, and what the city answers. */
export const provinceLines = [
  '东南省养老服务提升行动方案',
  '一、主要目标',
  '到2028年，助餐点覆盖率达到85%，护理型床位占比达到60%，家属投诉率控制在2%以内，建成社区养老站点5000个，护理员持证率达到90%。',
  '二、主要任务',
  '（一）发展社区助餐。办好老年食堂，推广中央厨房加社区配送，对困难老人给予优惠。2026年底前完成。',
  '（二）壮大护理队伍。开展护理员职业技能培训，健全持证上岗制度。2027年6月底前完成。',
  '（三）发展银发旅居。打造山海旅居线路，建设旅居基地。',
  '三、保障措施',
  '（一）加强组织领导。建立联席会议制度。',
  '东南省人民政府',
  '2026年1月18日',
];
export const cityLines = [
  '云川市养老服务提升实施方案',
  '一、主要目标',
  '到2028年，助餐点覆盖率达到80%，家属投诉率控制在1%以内，护理型床位占比达到60%，建成社区养老站点120个。',
  '二、主要任务',
  '（一）办好老年食堂。推广中央厨房加社区配送，每个街道办好一处老年食堂，困难老人用餐给予优惠。2027年6月底前完成。',
  '（二）培训护理员。每年开展护理员职业技能培训500人次，实行持证上岗。2027年3月底前完成。',
  '（三）推进适老化改造。改造困难老人家庭卫生间和楼道扶手。',
  '三、保障措施',
  '（一）加强组织领导。建立联席会议制度，按季度调度。',
  '（二）保障护理人才。给予护理员岗位津贴，畅通护理员职称通道。',
  '云川市人民政府',
  '2026年3月18日',
];

/** A plan that says what it is for, what it goes by, who does what and from when on it holds. */
export const draftLines = [
  '云川市养老服务提升实施方案',
  '为让老年人就近享有养老服务，补齐社区服务短板，根据《东南省养老服务条例》和《东南省养老服务提升行动方案》（东政发〔2026〕3号），结合云川实际，制定本方案。',
  '一、主要目标',
  '到2028年，助餐点覆盖率达到80%，建成社区养老站点120个。',
  '二、主要任务',
  '（一）办好老年食堂。每个街道办好一处老年食堂，困难老人用餐给予优惠。2027年6月底前完成。（责任单位：市民政局、市市场监管局）',
  '（二）推进适老化改造。改造困难老人家庭卫生间和楼道扶手。（责任单位：市住房城乡建设局）',
  '三、保障措施',
  '（一）加强组织领导。建立联席会议制度，按季度调度。',
  '（二）保障护理人才。给予护理员岗位津贴，畅通护理员职称通道。',
  '本方案自2026年5月1日起施行，有效期三年。',
  '云川市人民政府',
  '2026年3月18日',
];
