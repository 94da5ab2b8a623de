/** Rows of the command table: projects and the groups they live in. */
import { isBlank } from '../../language/phrase.ts';
import { command } from '../call.ts';
import {
  readBind,
  readProjectCreate,
  readProjectSet,
  readProjectShow,
  readProjects,
  readUnbind,
} from '../read/project.ts';

const PROJECT = ['项目', '专班'] as const;

export const PROJECTS = [
  command('projects', {
    words: ['项目', '专班', '项目列表', '项目清单', '全部项目', '所有项目'],
    usage: '项目',
    summary: '看得到的全部项目',
    example: ['项目'],
    where: 'anywhere',
    everyday: true,
    read: readProjects,
  }),
  command('project-create', {
    words: ['项目', '专班', '新建项目', '新增项目'],
    usage: '项目 新建 <名称> [企业 <企业名>]',
    summary: '建立项目；在新群里说则同时绑定',
    example: ['项目 新建 兴发磷石膏综合利用 企业 兴发集团'],
    where: 'anywhere',
    read: readProjectCreate,
  }),
  command('project-set', {
    words: [...PROJECT],
    usage:
      '项目 <名称> 秘书|组长|企业联系人 @某人 | 牵头单位|成员单位 <单位> | 开工|投产 <日期> | 简称|企业|园区|产业|一批|级别|用地|总投资|备注 <内容> | 绿色通道 开|关',
    summary: '项目的人员、单位、节点和基本情况',
    example: [
      '项目 兴发 秘书 @王五',
      '项目 兴发 开工 2026-12-20',
      '项目 兴发 园区 石盖塘',
      '项目 兴发 总投资 1.2亿元',
    ],
    where: 'anywhere',
    read: readProjectSet,
  }),
  command('project', {
    words: [...PROJECT],
    usage: '项目 <名称> | 项目 <园区|产业|一批|级别|领导|秘书>',
    summary: '一个项目的概况；按园区等筛选项目',
    example: ['项目 兴发', '项目 石盖塘 新能源'],
    where: 'anywhere',
    read: readProjectShow,
  }),
  command('bind', {
    words: ['绑定', '绑定项目', '绑定到'],
    usage: '绑定 <项目> | 绑定 综合办',
    summary: '说明本群属于哪个项目',
    example: ['绑定 兴发', '绑定 综合办'],
    where: 'group',
    read: readBind,
  }),
  command('unbind', {
    words: ['解绑', '解除绑定', '取消绑定'],
    usage: '解绑 [项目]',
    summary: '本群不再显示该项目数据',
    example: ['解绑'],
    where: 'group',
    read: readUnbind,
  }),
  command('this-group', {
    words: ['本群', '这个群', '本专班', '这个专班', '群信息'],
    usage: '本群',
    summary: '本群绑定的项目',
    example: ['本群'],
    where: 'group',
    everyday: true,
    read: ({ rest }) => (isBlank(rest) ? { name: 'this-group' } : null),
  }),
];
