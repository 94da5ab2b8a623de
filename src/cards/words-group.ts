/** What is said about groups: binding one to a project, unbinding, showing a card in another one. */

export const BIND_IN_GROUP = '请在要绑定的群里说“绑定 项目名”。';
export const UNBIND_IN_GROUP = '请在要解绑的群里说“解绑”。';
export const NOTHING_BOUND = '本群没有绑定项目。';
export function unbindTitle(names: readonly string[]): string {
  return `请确认：本群解绑${names.map((name) => `“${name}”`).join('、')}`;
}
export const UNBIND_CONSEQUENCES =
  '解绑后，本群不再显示它的数据，不再收它的晨报，群里的人也不再因本群看到它；问题、历史和已发的卡片都保留，可以再绑定。';
export const UNBOUND = '已解绑，本群不再显示项目数据。原有卡片保留。';
export const PRIVATE_CHAT = '这里是与我的私聊。在群里说“本专班”，可看该群绑定的项目。';
export const OFFICE_GROUP = '本群是综合办工作群。';
/** Master data and rules asked for in a group. */
export const ONLY_IN_PRIVATE = '这项只在私聊里显示，请与我私聊再发一遍。';
/** A group shows the projects bound to it, no other. */
export const PROJECT_NOT_HERE = '这个项目不属于本群，请与我私聊查看。';

/** Asked about others than the group's projects. @param names of these */
export function onlyHereText(names: readonly string[]): string {
  return `本群只看${names.slice(0, 6).join('、')}的；您能看的其他项目，请与我私聊查看。`;
}

/** Before figures of a group that leave out something that was named. @param heard as it was typed */
export function leftOutText(names: readonly string[], heard: readonly string[]): string {
  return `本群只看${names.slice(0, 6).join('、')}的，“${heard.join('、')}”没有算全；您能看的其他项目，请与我私聊查看。`;
}

export const SHOW_IN_WHICH = '请写明同步到哪个群。';

export function groupNotFoundText(name: string): string {
  return `没有找到名为“${name}”的群，请先把机器人拉进那个群。`;
}

/** Several groups bear the name. */
export function whichGroupText(names: readonly string[]): string {
  return `有几个群叫这个名字：${names.map((name) => `“${name}”`).join('、')}，请写全名。`;
}

export function groupNotBoundText(name: string): string {
  return `“${name}”还没有绑定项目，请先在那个群里发“绑定 项目名”。`;
}
