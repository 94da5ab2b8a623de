import { expect, test } from 'vitest';
import {
  addMembers,
  bindProject,
  chatsOfKind,
  chatsOfProject,
  findChatsByName,
  learnMembers,
  loadChat,
  makeOfficeChat,
  markChatUnreachable,
  officeChats,
  removeMembers,
  renameChat,
  setMembers,
  unbindChat,
  unbindProject,
  unreachableChats,
  upsertChat,
} from '../../src/db/chat.ts';
import type { Tx } from '../../src/db/open.ts';
import {
  findPeople,
  findPeopleByName,
  findPeopleByOpenIds,
  findPeopleOfUnit,
  loadActor,
  loadActors,
  searchPeople,
  updatePerson,
  updatePersonByOpenId,
  upsertPerson,
} from '../../src/db/person.ts';
import { setProjectContact, updateProject } from '../../src/db/project.ts';
import { grantRole } from '../../src/db/role.ts';
import { updateUnit } from '../../src/db/unit.ts';
import { describeOnBoth } from './each-database.ts';
import { T0 } from './world.ts';

describeOnBoth('a person', (on) => {
  const change = <T>(work: (tx: Tx) => Promise<T>) => on.db.transaction(work);

  test('keeps the name and tenant once known, and learns what is new', async () => {
    const meet = (met: Parameters<typeof upsertPerson>[1]) => change((tx) => upsertPerson(tx, met, T0));
    const first = await meet({ openId: 'ou_1', tenantKey: '', home: false });
    expect(first).toMatchObject({ name: '', tenantKey: '', home: false, unitId: null, mutedUntil: null });
    const named = await meet({ openId: 'ou_1', name: ' 赵六 ', tenantKey: 't', home: true });
    expect(named).toEqual({ ...first, name: '赵六', tenantKey: 't', home: true });
    // The platform left the tenant out: that says nothing about home.
    expect(await meet({ openId: 'ou_1', name: '', tenantKey: '', home: false })).toEqual(named);
    expect(await meet({ openId: 'ou_1', name: '赵七' })).toMatchObject({ name: '赵七', home: true });
    expect(await meet({ openId: 'ou_1', tenantKey: 'u', home: false })).toMatchObject({
      name: '赵七',
      home: false,
    });
  });

  test('is loaded with every right in one go', async () => {
    const { world } = on;
    const [me] = world.people;
    const actor = await change(async (tx) => {
      await grantRole(tx, { personId: me, role: 'office', areaId: world.county });
      await updateProject(tx, world.projects[0], { secretaryId: me });
      await updateProject(tx, world.projects[1], { leaderId: me });
      await setProjectContact(tx, world.projects[1], me, true);
      await bindProject(tx, world.chats[0], world.projects[0], { makeDefault: true });
      await bindProject(tx, world.chats[1], world.projects[0], { makeDefault: true });
      await addMembers(tx, world.chats[0], [me]);
      await addMembers(tx, world.chats[1], [me]);
      await updateUnit(tx, world.units[0], { headId: me, coordinatorId: me });
      await updateUnit(tx, world.units[1], { coordinatorId: me });
      await updatePerson(tx, me, { unitId: world.units[0], mutedUntil: T0 + 1 });
      return loadActor(tx, { openId: 'ou_张三' });
    });
    expect(actor).toEqual({
      person: {
        id: me,
        openId: 'ou_张三',
        name: '张三',
        tenantKey: 't',
        home: true,
        unitId: world.units[0],
        mutedUntil: T0 + 1,
        unreachableSince: null,
        digest: 'daily',
      },
      grants: [{ personId: me, role: 'office', areaId: world.county }],
      secretaryOf: [world.projects[0]],
      leaderOf: [world.projects[1]],
      contactOf: [world.projects[1]],
      groupProjectIds: [world.projects[0]],
      signsFor: [world.units[0], world.units[1]],
      standsInFor: [],
    });
    const nobody = {
      grants: [],
      secretaryOf: [],
      leaderOf: [],
      contactOf: [],
      groupProjectIds: [],
      signsFor: [],
      standsInFor: [],
    };
    const both = await on.db.read((tx) => loadActors(tx, [world.people[1], me]));
    expect(both).toEqual([actor, expect.objectContaining(nobody)]);
    expect(await on.db.read((tx) => loadActor(tx, { id: me }))).toEqual(actor);
    expect(await on.db.read((tx) => loadActor(tx, { openId: 'ou_nobody' }))).toBeUndefined();
  });

  test('is found by id, open_id, name, unit and part of a name', async () => {
    const [, second, third] = on.world.people;
    const ids = async (people: Promise<{ id: number }[]>) => (await people).map(({ id }) => id).sort();
    const found = await change(async (tx) => {
      await updatePerson(tx, second, { unitId: on.world.units[2] });
      await updatePersonByOpenId(tx, 'ou_王五', { unreachableSince: T0 });
      await upsertPerson(tx, { openId: 'ou_pct', name: '100%_\\x' }, T0);
      return {
        byId: await ids(findPeople(tx, [third, second, second, 999_999])),
        byOpenId: await ids(findPeopleByOpenIds(tx, ['ou_李四', 'ou_none'])),
        byName: await ids(findPeopleByName(tx, ' 李四 ')),
        inUnit: await ids(findPeopleByName(tx, '李四', { unitId: on.world.units[0] })),
        ofUnit: await ids(findPeopleOfUnit(tx, on.world.units[2])),
        byPart: await ids(searchPeople(tx, { words: '四', limit: 5 })),
        byUnitName: await ids(searchPeople(tx, { words: '自然资源', limit: 5 })),
        literal: (await searchPeople(tx, { words: '%_\\', limit: 5 })).map(({ name }) => name),
        none: [
          ...(await findPeople(tx, [])),
          ...(await findPeopleByOpenIds(tx, [])),
          ...(await loadActors(tx, [])),
        ],
        gone: (await findPeople(tx, [third]))[0]?.unreachableSince,
      };
    });
    expect(found).toEqual({
      byId: [second, third],
      byOpenId: [second],
      byName: [second],
      inUnit: [],
      ofUnit: [second],
      byPart: [second],
      byUnitName: [second],
      literal: ['100%_\\x'],
      none: [],
      gone: T0,
    });
  });
});

describeOnBoth('a group', (on) => {
  const change = <T>(work: (tx: Tx) => Promise<T>) => on.db.transaction(work);

  test('is bound to several projects; the default passes on, and without any it is unbound', async () => {
    const [one, two] = on.world.projects;
    const [id] = on.world.chats;
    const seen = await change(async (tx) => {
      const load = async () => {
        const chat = await loadChat(tx, id);
        return [chat?.kind, chat?.projectIds, chat?.defaultProjectId];
      };
      const states = [await load()];
      await bindProject(tx, id, one, { makeDefault: false });
      states.push(await load());
      await bindProject(tx, id, two, { makeDefault: false });
      await bindProject(tx, id, two, { makeDefault: false });
      states.push(await load());
      await unbindProject(tx, id, one);
      states.push(await load());
      await unbindProject(tx, id, two);
      await unbindProject(tx, id, two);
      states.push(await load());
      return states;
    });
    expect(seen).toEqual([
      ['unbound', [], null],
      ['project', [one], one],
      ['project', [one, two], one],
      ['project', [two], two],
      ['unbound', [], null],
    ]);
  });

  test('of an office shows no projects, and back', async () => {
    const [one] = on.world.projects;
    const [, id] = on.world.chats;
    const seen = await change(async (tx) => {
      await bindProject(tx, id, one, { makeDefault: true });
      const bound = (await chatsOfProject(tx, one)).map((chat) => chat.id);
      await makeOfficeChat(tx, id, on.world.county);
      const office = await loadChat(tx, id);
      const offices = (await officeChats(tx, [on.world.county])).map((chat) => chat.id);
      const kinds = (await chatsOfKind(tx, 'office')).map((chat) => chat.id);
      const none = await officeChats(tx, []);
      await bindProject(tx, id, one, { makeDefault: false });
      const again = await loadChat(tx, id);
      await unbindChat(tx, id);
      return { bound, office, offices, kinds, none, again, free: await loadChat(tx, id) };
    });
    expect(seen).toMatchObject({
      bound: [id],
      office: { kind: 'office', areaId: on.world.county, projectIds: [], defaultProjectId: null },
      offices: [id],
      kinds: [id],
      none: [],
      again: { kind: 'project', areaId: null, projectIds: [one], defaultProjectId: one },
      free: { kind: 'unbound', areaId: null, projectIds: [], defaultProjectId: null },
    });
  });

  test('that could not be reached can be again once the bot is met there; its binding stays', async () => {
    const [one] = on.world.projects;
    const seen = await change(async (tx) => {
      await upsertChat(tx, { id: 'oc_x', name: '兴发专班', external: false }, T0);
      await bindProject(tx, 'oc_x', one, { makeDefault: true });
      await markChatUnreachable(tx, 'oc_x', 'bot-removed');
      const gone = await unreachableChats(tx);
      const back = await upsertChat(tx, { id: 'oc_x', name: '', external: true }, T0);
      await renameChat(tx, 'oc_x', '兴发项目专班');
      const found = (await findChatsByName(tx, '项目专')).map(({ name }) => name);
      return { gone, back, found, none: await loadChat(tx, 'oc_none') };
    });
    expect(seen.gone).toEqual([{ id: 'oc_x', name: '兴发专班', reason: 'bot-removed' }]);
    expect(seen.back).toMatchObject({
      name: '兴发专班',
      external: true,
      unreachable: false,
      projectIds: [one],
    });
    expect(seen.found).toEqual(['兴发项目专班']);
    expect(seen.none).toBeUndefined();
  });

  test('knows its members as the platform lists them', async () => {
    const [one] = on.world.projects;
    const [id] = on.world.chats;
    const seesProject = (tx: Tx, openId: string) =>
      loadActor(tx, { openId }).then((actor) => actor?.groupProjectIds.includes(one));
    const seen = await change(async (tx) => {
      await bindProject(tx, id, one, { makeDefault: true });
      const list = [
        { openId: 'ou_李四', name: '李四改', tenantKey: 't', home: true },
        { openId: 'ou_guest', name: '企业', tenantKey: 'u', home: false },
      ];
      await learnMembers(tx, id, list, T0);
      const learnt = [await seesProject(tx, 'ou_李四'), await seesProject(tx, 'ou_guest')];
      await removeMembers(tx, id, ['ou_guest', 'ou_stranger']);
      await removeMembers(tx, id, []);
      const left = [await seesProject(tx, 'ou_李四'), await seesProject(tx, 'ou_guest')];
      await setMembers(tx, id, []);
      return {
        learnt,
        left,
        none: await seesProject(tx, 'ou_李四'),
        names: await findPeopleByName(tx, '李四改'),
      };
    });
    expect(seen).toMatchObject({
      learnt: [true, true],
      left: [true, false],
      none: false,
      names: [{ openId: 'ou_李四' }],
    });
  });
});
