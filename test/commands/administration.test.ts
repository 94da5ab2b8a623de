import { describe, expect, test } from 'vitest';
import { inGroup, PROJECTS, say, UNITS } from './place.ts';

const set = (field: string, value: string, openIds: string[] = [], more = {}) => ({
  name: 'project-set',
  projectId: PROJECTS.xingfa,
  heard: '兴发',
  field,
  value,
  openIds,
  ...more,
});
const unit = (
  unitId: number | null,
  heard: string,
  field: string,
  value: string,
  openIds: string[] = [],
) => ({
  name: 'unit-set',
  unitId,
  heard,
  field,
  value,
  openIds,
});
const role = (name: string, grant: boolean, more = {}) => ({
  name: 'role-set',
  role: name,
  grant,
  openIds: ['ou_李四'],
  names: [],
  areaHeard: '',
  ...more,
});
const category = (more: object) => ({
  name: 'category-set',
  categoryName: '用地',
  keywords: [],
  unitId: null,
  unitHeard: '',
  limitDays: null,
  ...more,
});

const span = (day: string, kind: 'off' | 'work' | 'none', name = '') => ({
  from: day,
  until: day,
  kind,
  name,
});

describe('projects and groups', () => {
  test.each<[string, object]>([
    ['项目', { name: 'projects' }],
    ['项目列表', { name: 'projects' }],
    ['项目 兴发', { name: 'project', projectId: PROJECTS.xingfa, heard: '兴发' }],
    ['项目兴发', { name: 'project', projectId: PROJECTS.xingfa, heard: '兴发' }],
    ['项目 兴发 情况', { name: 'project', projectId: PROJECTS.xingfa, heard: '兴发' }],
    ['项目 不存在', { name: 'project', projectId: null, heard: '不存在' }],
    [
      '项目 兴发集团',
      {
        name: 'project',
        projectId: PROJECTS.xingfa,
        heard: '兴发集团',
        projectCandidates: [PROJECTS.xingfa, PROJECTS.silicon],
      },
    ],
    [
      '项目 新建 兴发二期 企业 兴发集团',
      { name: 'project-create', projectName: '兴发二期', enterprise: '兴发集团' },
    ],
    ['项目 新建 长江存储', { name: 'project-create', projectName: '长江存储', enterprise: null }],
    [
      '新建项目 长江存储 企业：长江公司',
      { name: 'project-create', projectName: '长江存储', enterprise: '长江公司' },
    ],
    ['项目 兴发 秘书 @王五', set('secretary', '@王五', ['ou_王五'])],
    ['项目兴发秘书@王五', set('secretary', '@王五', ['ou_王五'])],
    ['项目 兴发 组长 @张三', set('leader', '@张三', ['ou_张三'])],
    ['项目 兴发 分管领导：@张三', set('leader', '@张三', ['ou_张三'])],
    ['项目 兴发 企业联系人 @赵六', set('contact', '@赵六', ['ou_赵六'])],
    ['项目 兴发 牵头单位 自然资源局', set('lead-unit', '自然资源局', [], { unitIds: [UNITS.land] })],
    [
      '项目 兴发 成员单位 住建局、供电公司',
      set('member', '住建局、供电公司', [], { unitIds: [UNITS.housing, UNITS.power] }),
    ],
    ['项目 兴发 开工 2026-12-20', set('start-on', '2026-12-20')],
    ['项目 兴发 投产 2027年7月1日', set('production-on', '2027年7月1日')],
    ['项目 兴发 简称 磷石膏项目', set('short-name', '磷石膏项目')],
    ['项目 兴发 企业 兴发化工', set('enterprise', '兴发化工')],
    ['项目 兴发 绿色通道 开', set('green-channel', '开')],
    ['项目 兴发 绿色通道 关闭', set('green-channel', '关')],
    ['项目 兴发 改名 兴发一期', set('name', '兴发一期')],
    ['绑定 兴发', { name: 'bind', heard: '兴发', projectId: PROJECTS.xingfa, office: false }],
    ['绑定兴发', { name: 'bind', heard: '兴发', projectId: PROJECTS.xingfa, office: false }],
    ['绑定 综合办', { name: 'bind', heard: '综合办', projectId: null, office: true }],
    ['绑定 不存在的', { name: 'bind', heard: '不存在的', projectId: null, office: false }],
    ['绑定', { name: 'bind', heard: '', projectId: null, office: false }],
    ['解绑', { name: 'unbind', heard: '', projectId: null }],
    ['解绑 兴发', { name: 'unbind', heard: '兴发', projectId: PROJECTS.xingfa }],
    ['本群', { name: 'this-group' }],
    ['这个群', { name: 'this-group' }],
    ['本专班', { name: 'this-group' }],
  ])('%j', (text, call) => {
    expect(say(text)).toEqual({ kind: 'call', call });
  });

  test("in a group an enterprise with two projects means the group's", () => {
    expect(say('项目 兴发集团', { context: inGroup })).toEqual({
      kind: 'call',
      call: { name: 'project', projectId: PROJECTS.xingfa, heard: '兴发集团' },
    });
  });
});

const rules = (more: object) => ({
  name: 'rules',
  projectId: null,
  heard: '',
  reset: false,
  running: false,
  ...more,
});

describe('规则', () => {
  test.each<[string, object]>([
    ['规则', rules({})],
    ['三级响应', rules({})],
    ['规则 兴发', rules({ projectId: PROJECTS.xingfa, heard: '兴发' })],
    ['规则兴发', rules({ projectId: PROJECTS.xingfa, heard: '兴发' })],
    ['规则 项目 兴发', rules({ projectId: PROJECTS.xingfa, heard: '兴发' })],
    ['规则 恢复默认', rules({ reset: true })],
    ['规则 兴发 恢复默认', rules({ projectId: PROJECTS.xingfa, heard: '兴发', reset: true })],
    ['规则 恢复默认 在办的也改用', rules({ reset: true, running: true })],
    ['规则 在办的也改用', rules({ running: true })],
    ['规则 没有这个', rules({ heard: '没有这个' })],
  ])('%j', (text, call) => {
    expect(say(text)).toEqual({ kind: 'call', call });
  });

  test('everyday talk about rules is no command', () => {
    expect(say('规则太多了大家都记不住', { context: inGroup, addressed: false }).kind).not.toBe('call');
  });
});

describe('administration', () => {
  test.each<[string, object]>([
    ['单位', { name: 'units' }],
    ['单位 新增 林业局', { name: 'unit-create', unitName: '林业局', shortNames: [] }],
    [
      '单位 新增 自然资源局 简称 资规局、自规局',
      { name: 'unit-create', unitName: '自然资源局', shortNames: ['资规局', '自规局'] },
    ],
    ['新增单位 林业局 简称：林局', { name: 'unit-create', unitName: '林业局', shortNames: ['林局'] }],
    ['单位 自然资源局 联络员 @张三', unit(UNITS.land, '自然资源局', 'coordinator', '@张三', ['ou_张三'])],
    ['单位自然资源局联络员@张三', unit(UNITS.land, '自然资源局', 'coordinator', '@张三', ['ou_张三'])],
    ['单位 资规局 负责人 @李四', unit(UNITS.land, '资规局', 'head', '@李四', ['ou_李四'])],
    [
      '单位 住建局 成员 @张三 @李四',
      unit(UNITS.housing, '住建局', 'member', '@张三 @李四', ['ou_张三', 'ou_李四']),
    ],
    ['单位 住建局 简称 建设局', unit(UNITS.housing, '住建局', 'short-name', '建设局')],
    ['单位 住建局 改名 住房城乡建设局', unit(UNITS.housing, '住建局', 'name', '住房城乡建设局')],
    ['单位 住建局 分类 规划', unit(UNITS.housing, '住建局', 'category', '规划')],
    ['单位 某某局 联络员 @张三', unit(null, '某某局', 'coordinator', '@张三', ['ou_张三'])],
    ['人员', { name: 'people', words: '' }],
    ['人员 张三', { name: 'people', words: '张三' }],
    ['人员 @张三', { name: 'people', words: '张三' }],
    ['人员 @张三 单位 住建局', unit(UNITS.housing, '住建局', 'member', '张三', ['ou_张三'])],
    ['角色', { name: 'roles' }],
    ['角色 综合办 @李四', role('office', true)],
    ['角色 综合办 @李四 高新区', role('office', true, { areaHeard: '高新区' })],
    ['角色 综合办 @李四 区域 远安县', role('office', true, { areaHeard: '远安县' })],
    ['角色 取消 综合办 @李四', role('office', false)],
    ['角色 分管领导 @李四', role('leader', true)],
    ['角色 主要领导 @李四', role('principal', true)],
    ['角色 管理员 李四', role('administrator', true, { openIds: [], names: ['李四'] })],
    ['分类', { name: 'categories' }],
    [
      '分类 用地 单位 自然资源局 时限 7 关键词 林地，征地',
      category({ unitId: UNITS.land, unitHeard: '自然资源局', limitDays: 7, keywords: ['林地', '征地'] }),
    ],
    ['分类 用地 关键词 林地、征地 时限：七个工作日', category({ limitDays: 7, keywords: ['林地', '征地'] })],
    ['分类 用地 时限7', category({ limitDays: 7 })],
    ['分类 用地 单位 某局', category({ unitHeard: '某局' })],
    ['区域', { name: 'areas' }],
    ['区域 新增 高新区 上级 宜都市', { name: 'area-create', areaName: '高新区', parentHeard: '宜都市' }],
    ['设置', { name: 'settings' }],
    ['设置 默认时限 7', { name: 'setting-set', key: '默认时限', value: '7' }],
    ['设置 默认时限：７', { name: 'setting-set', key: '默认时限', value: '7' }],
    ['设置 安静开始 20:30', { name: 'setting-set', key: '安静开始', value: '20:30' }],
    ['设置 下班 17：00', { name: 'setting-set', key: '下班', value: '17:00' }],
    ['设置 加急 开', { name: 'setting-set', key: '加急', value: '开' }],
    ['设置 回头看 10', { name: 'setting-set', key: '回头看', value: '10' }],
    ['节假日', { name: 'holidays' }],
    ['节假日 2027-02-08 休', { name: 'holiday-set', spans: [span('2027-02-08', 'off')] }],
    ['节假日 2027-02-08 休 春节', { name: 'holiday-set', spans: [span('2027-02-08', 'off', '春节')] }],
    ['节假日 ２０２７年２月１４日 班', { name: 'holiday-set', spans: [span('2027-02-14', 'work')] }],
    ['节假日 2027/2/8 删除', { name: 'holiday-set', spans: [span('2027-02-08', 'none')] }],
    [
      '节假日 2027-02-06至2027-02-13 休 春节\n2027-02-14 班',
      {
        name: 'holiday-set',
        spans: [{ ...span('2027-02-06', 'off', '春节'), until: '2027-02-13' }, span('2027-02-14', 'work')],
      },
    ],
    ['节假日 导入 2027-02-08 休', { name: 'holiday-import', text: '2027-02-08 休' }],
    ['节假日 导入 2027年 一、元旦：…', { name: 'holiday-import', text: '一、元旦：…', year: 2027 }],
    ['节假日 导入 2027\n一、元旦：…', { name: 'holiday-import', text: '一、元旦：…', year: 2027 }],
    ['节假日导入\n国务院办公厅', { name: 'holiday-import', text: '国务院办公厅' }],
    ['节假日 删除 2027年', { name: 'holiday-drop', year: 2027 }],
    ['体检', { name: 'health' }],
  ])('%j', (text, call) => {
    expect(say(text)).toEqual({ kind: 'call', call });
  });
});

describe('what is missing is told', () => {
  test.each([
    ['项目 新建', '项目名称'],
    ['项目 兴发 简称', '简称'],
    ['项目 兴发 绿色通道 也许', '“开”或“关”'],
    ['项目 兴发 牵头单位 住建局、供电公司', '一家'],
    ['单位 新增', '单位名称'],
    ['单位 住建局 电话', '联络员'],
    ['单位 没有的局', '没有叫'],
    ['人员 单位 住建局', '@'],
    ['角色 皇帝 @李四', '综合办'],
    ['角色 综合办', '@'],
    ['分类 用地 时限 零', '365'],
    ['分类 时限 7', '类别名称'],
    ['区域 新增', '区域名称'],
    ['设置 没有的 1', '默认时限'],
    ['设置 默认时限', '新值'],
    ['节假日 2027-02-30 休', '没有'],
    ['节假日 2月8日 休', '完整日期'],
    ['节假日 2027-02-08', '休'],
    ['节假日 2027-02-08至2027-04-12 休', '起止日期不对'],
    ['节假日 2027-02-08 休\n2027-02-09', '第 2 行：请在日期后写'],
    ['节假日 导入', '粘贴'],
  ])('%j', (text, problem) => {
    expect(say(text)).toMatchObject({
      kind: 'misuse',
      misuse: { problem: expect.stringContaining(problem) },
    });
  });
});

describe('in a private chat, where no @ can be made', () => {
  test.each([
    ['单位 住建局 联络员 张三', { name: 'unit-set', field: 'coordinator', value: '张三', openIds: [] }],
    ['项目 兴发 秘书 王五', { name: 'project-set', field: 'secretary', value: '王五', openIds: [] }],
  ])('people may be named: %s', (text, call) => {
    expect(say(text)).toMatchObject({ kind: 'call', call });
  });
});
