/** The demo's zone: who is there, which units, projects and groups. Names are invented. */
import type { Role } from '../domain/model.ts';

export interface DemoPerson {
  key: string;
  name: string;
  /** Key of a unit, or 'enterprise' for people of another tenant. */
  unit: string | null;
  /** Shown on the simulator's page. */
  note: string;
  role?: Role;
}

export interface DemoUnit {
  key: string;
  name: string;
  shortNames: string[];
  head: string;
  coordinator: string;
}

export interface DemoProject {
  key: string;
  name: string;
  shortNames: string[];
  enterprise: string;
  leader: string;
  secretary: string;
  leadUnit: string;
  members: string[];
  contact: string;
  /** Days from the demo's first day. */
  startIn: number;
  productionIn: number;
  greenChannel?: boolean;
  industries: string[];
}

export const AREA = '宜化高新区';

export const UNITS: DemoUnit[] = [
  { key: 'zrzy', name: '自然资源局', shortNames: ['资规局', '自规局'], head: 'zhou', coordinator: 'li' },
  { key: 'zjj', name: '住建局', shortNames: ['住房和城乡建设局'], head: 'wu', coordinator: 'zhao' },
  { key: 'hbj', name: '生态环境局', shortNames: ['环境局', '环保局'], head: 'zheng', coordinator: 'sun' },
  {
    key: 'gdgs',
    name: '供电公司',
    shortNames: ['电力公司', '国网供电公司'],
    head: 'feng',
    coordinator: 'qian',
  },
  { key: 'yjj', name: '应急管理局', shortNames: ['应急局'], head: 'chu', coordinator: 'chen' },
  { key: 'slj', name: '水利局', shortNames: ['水务局'], head: 'wei', coordinator: 'jiang' },
  { key: 'jtj', name: '交通运输局', shortNames: ['交通局'], head: 'shen', coordinator: 'han' },
  { key: 'czj', name: '财政局', shortNames: [], head: 'yang', coordinator: 'zhu' },
  { key: 'rsj', name: '人社局', shortNames: ['人力资源和社会保障局'], head: 'qin', coordinator: 'you' },
  { key: 'xzsp', name: '行政审批局', shortNames: ['审批局', '政务服务局'], head: 'xu', coordinator: 'he' },
  { key: 'xfdd', name: '消防救援大队', shortNames: ['消防大队'], head: 'lv', coordinator: 'shi' },
  { key: 'fgj', name: '发改局', shortNames: ['发展和改革局'], head: 'kong', coordinator: 'cao' },
];

const coordinator = (key: string, name: string, unit: string, label: string): DemoPerson => ({
  key,
  name,
  unit,
  note: `${label} 联络员`,
});

export const PEOPLE: DemoPerson[] = [
  { key: 'wang', name: '王建国', unit: null, note: '项目秘书（兴发、美利信）' },
  { key: 'liu', name: '刘敏', unit: null, note: '项目秘书（其余项目）' },
  { key: 'song', name: '宋丽', unit: null, note: '综合办', role: 'office' },
  { key: 'tang', name: '唐志强', unit: null, note: '分管领导', role: 'leader' },
  { key: 'gao', name: '高远', unit: null, note: '主要领导', role: 'principal' },
  { key: 'lin', name: '林涛', unit: null, note: '管理员', role: 'administrator' },
  coordinator('li', '李航', 'zrzy', '自然资源局'),
  coordinator('zhao', '赵磊', 'zjj', '住建局'),
  coordinator('sun', '孙倩', 'hbj', '生态环境局'),
  coordinator('qian', '钱进', 'gdgs', '供电公司'),
  coordinator('chen', '陈晨', 'yjj', '应急管理局'),
  coordinator('jiang', '蒋平', 'slj', '水利局'),
  coordinator('han', '韩雪', 'jtj', '交通运输局'),
  coordinator('zhu', '朱琳', 'czj', '财政局'),
  coordinator('you', '尤佳', 'rsj', '人社局'),
  coordinator('he', '何静', 'xzsp', '行政审批局'),
  coordinator('shi', '施展', 'xfdd', '消防救援大队'),
  coordinator('cao', '曹阳', 'fgj', '发改局'),
  { key: 'zhou', name: '周正', unit: 'zrzy', note: '自然资源局 局长' },
  { key: 'wu', name: '吴斌', unit: 'zjj', note: '住建局 局长' },
  { key: 'zheng', name: '郑洁', unit: 'hbj', note: '生态环境局 局长' },
  { key: 'feng', name: '冯刚', unit: 'gdgs', note: '供电公司 经理' },
  { key: 'chu', name: '褚亮', unit: 'yjj', note: '应急管理局 局长' },
  { key: 'wei', name: '卫东', unit: 'slj', note: '水利局 局长' },
  { key: 'shen', name: '沈波', unit: 'jtj', note: '交通运输局 局长' },
  { key: 'yang', name: '杨帆', unit: 'czj', note: '财政局 局长' },
  { key: 'qin', name: '秦岭', unit: 'rsj', note: '人社局 局长' },
  { key: 'xu', name: '许诺', unit: 'xzsp', note: '行政审批局 局长' },
  { key: 'lv', name: '吕方', unit: 'xfdd', note: '消防救援大队 大队长' },
  { key: 'kong', name: '孔亮', unit: 'fgj', note: '发改局 局长' },
  { key: 'hua', name: '华明', unit: 'enterprise', note: '兴发集团（企业）' },
  { key: 'jin', name: '金鑫', unit: 'enterprise', note: '美利信科技（企业）' },
  { key: 'tao', name: '陶然', unit: 'enterprise', note: '楚能新能源（企业）' },
  { key: 'qi', name: '戚薇', unit: 'enterprise', note: '安琪酵母（企业）' },
  { key: 'xie', name: '谢宇', unit: 'enterprise', note: '邦普循环（企业）' },
  { key: 'zou', name: '邹凯', unit: 'enterprise', note: '三峡光伏（企业）' },
];

export const CATEGORIES: { name: string; keywords: string[]; unit: string; limitDays: number }[] = [
  { name: '用地', keywords: ['用地', '土地', '林地', '征地', '红线', '挂牌'], unit: 'zrzy', limitDays: 7 },
  { name: '施工', keywords: ['施工许可', '图审', '塔吊', '工地'], unit: 'zjj', limitDays: 5 },
  { name: '环评', keywords: ['环评', '排污', '堆场', '危废', '排污许可'], unit: 'hbj', limitDays: 5 },
  { name: '供电', keywords: ['供电', '用电', '停电', '变压器', '线路迁改'], unit: 'gdgs', limitDays: 5 },
  { name: '安评', keywords: ['安评', '安全评价', '危化品'], unit: 'yjj', limitDays: 7 },
  { name: '用水', keywords: ['供水', '取水', '排水', '水土保持'], unit: 'slj', limitDays: 5 },
  { name: '道路', keywords: ['道路', '运输', '超限', '路口'], unit: 'jtj', limitDays: 5 },
  { name: '资金', keywords: ['资金', '补贴', '奖补'], unit: 'czj', limitDays: 7 },
  { name: '用工', keywords: ['用工', '招聘', '工资'], unit: 'rsj', limitDays: 5 },
  { name: '消防', keywords: ['消防', '消防验收'], unit: 'xfdd', limitDays: 5 },
];

const MEMBERS = ['zrzy', 'zjj', 'hbj', 'gdgs', 'yjj', 'xzsp'];

export const PROJECTS: DemoProject[] = [
  {
    key: 'xf',
    name: '兴发磷石膏综合利用项目',
    industries: ['化工'],
    shortNames: ['兴发', '磷石膏项目'],
    enterprise: '兴发集团',
    leader: 'tang',
    secretary: 'wang',
    leadUnit: 'fgj',
    members: MEMBERS,
    contact: 'hua',
    startIn: 24,
    productionIn: 320,
  },
  {
    key: 'mlx',
    name: '美利信压铸基地',
    industries: ['装备制造'],
    shortNames: ['美利信'],
    enterprise: '美利信科技',
    leader: 'tang',
    secretary: 'wang',
    leadUnit: 'zjj',
    members: MEMBERS,
    contact: 'jin',
    startIn: -40,
    productionIn: 95,
    greenChannel: true,
  },
  {
    key: 'cn',
    name: '楚能锂电池二期',
    industries: ['锂电', '新能源'],
    shortNames: ['楚能'],
    enterprise: '楚能新能源',
    leader: 'tang',
    secretary: 'liu',
    leadUnit: 'fgj',
    members: [...MEMBERS, 'jtj'],
    contact: 'tao',
    startIn: 20,
    productionIn: 260,
  },
  {
    key: 'aq',
    name: '安琪酵母扩建',
    industries: ['食品'],
    shortNames: ['安琪'],
    enterprise: '安琪酵母',
    leader: 'tang',
    secretary: 'liu',
    leadUnit: 'xzsp',
    members: [...MEMBERS, 'slj'],
    contact: 'qi',
    startIn: 12,
    productionIn: 210,
  },
  {
    key: 'bp',
    name: '邦普电池回收',
    industries: ['锂电', '循环利用'],
    shortNames: ['邦普'],
    enterprise: '邦普循环',
    leader: 'tang',
    secretary: 'liu',
    leadUnit: 'hbj',
    members: MEMBERS,
    contact: 'xie',
    startIn: -10,
    productionIn: 260,
  },
  {
    key: 'sx',
    name: '三峡光伏组件',
    industries: ['新能源'],
    shortNames: ['三峡光伏', '光伏'],
    enterprise: '三峡光伏',
    leader: 'tang',
    secretary: 'liu',
    leadUnit: 'gdgs',
    members: MEMBERS,
    contact: 'zou',
    startIn: 110,
    productionIn: 400,
  },
];
