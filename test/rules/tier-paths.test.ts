/** Whom a finding of the tier rules names. */
import { missingTierSeparation } from '../../src/rules/missing-tier-separation';
import type { Draft } from '../../src/rules/rule';
import { capped, layoutLines, needClause, type PathGroup, pathsClause } from '../../src/rules/tier-paths';
import { analyzeTopology } from '../../src/topology/analyze';
import type { Member } from '../../src/topology/topology';
import { projectOf } from '../support/project';

function findings(text: string): readonly Draft[] {
  const topology = analyzeTopology(projectOf(text));
  return [...missingTierSeparation.check({ project: topology.project, topology })];
}

const CRM = `services:
  app: { image: 'example/crm:3', ports: ['80:80'], environment: { DATABASE_HOST: db } }
  push: { image: 'example/crm:3', ports: ['81:80'], environment: { APP_HOST: app } }
  db: { image: 'mariadb:11' }
`;
const REPORT = `  report: { image: example/report, ports: ['82:80'], environment: { APP_HOST: app } }
`;

test('the program of a client may be a client, wherever it runs', () => {
  expect(findings(CRM)).toMatchObject([{ confidence: 'low', persona: 'pedantic', services: ['db', 'push'] }]);
});

test('a sure finding does not name those of whom it is not sure', () => {
  expect(findings(CRM + REPORT)).toMatchObject([{ confidence: 'medium', services: ['db', 'report'] }]);
});

test.each(['node:22', 'nginx:1.27'])('%s says nothing of what runs in it', (image) => {
  const text = CRM.replaceAll('example/crm:3', image);
  expect(findings(text)[0]?.services).toContain('push');
  expect(findings(text)[0]?.confidence).not.toBe('low');
});

test('where nobody else could be the client, the entry may be it', () => {
  const site = `services:
  web: { image: 'nginx:1.27', ports: ['80:80'] }
  db: { image: 'mysql:9' }
`;
  expect(findings(site)).toMatchObject([{ confidence: 'low', persona: 'pedantic' }]);
  expect(findings(`${site}  orders: { image: example/orders }\n`)).toMatchObject([{ confidence: 'medium' }]);
});

describe('what is too much to tell', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `s${String(index).padStart(2, '0')}`);

  function groupOf(services: readonly string[], reached: Readonly<Record<string, readonly string[]>>): PathGroup {
    const topology = analyzeTopology(
      projectOf(`services: {${services.map((name) => `${name}: {image: example/${name}}`).join(', ')}}`),
    );
    const member = (name: string): Member => {
      const found = topology.members.get(name);
      if (!found) throw new Error(`no ${name}`);
      return found;
    };
    const [segment] = topology.segments.values();
    if (!segment) throw new Error('no network');
    const targets = new Map(Object.entries(reached).map(([from, to]) => [member(from), to.map(member)]));
    return {
      segment,
      culprits: [...targets.keys()],
      stores: [...new Set([...targets.values()].flat())],
      targets,
      clients: [],
      claimed: [],
      entry: true,
      published: true,
      confidence: 'high',
    };
  }

  test('culprits with the same targets are told together, and of the others three', () => {
    const all = names(9);
    const two = groupOf(all, { s00: ['s07', 's08'], s01: ['s07', 's08'], s02: ['s08'] });
    expect(pathsClause(two)).toBe('`s00` and `s01` can open connections to `s07` and `s08`, `s02` to `s08`');
    const many = { s00: ['s05'], s01: ['s06'], s02: ['s07'], s03: ['s08'], s04: ['s05', 's06'] };
    expect(pathsClause(groupOf(all, many))).toBe(
      '`s00` can open connections to `s05`, `s01` to `s06`, `s02` to `s07`, and 2 more combinations',
    );
    const { s04: _, ...four } = many;
    expect(pathsClause(groupOf(all, four))).toMatch(/, and 1 more combination$/);
    const { s03: __, ...three } = four;
    expect(pathsClause(groupOf(all, three))).toBe(
      '`s00` can open connections to `s05`, `s01` to `s06`, `s02` to `s07`',
    );
  });

  test('who needs the stores is told, unless a culprit is among them', () => {
    const ofNone = groupOf(names(4), { s00: ['s03'] });
    const group = { ...ofNone, claimed: ofNone.stores };
    expect(needClause(group)).toBe('');
    expect(needClause({ ...group, clients: ['s01'] })).toBe(', though only `s01` needs it');
    const both = [...group.stores, ...group.culprits];
    expect(needClause({ ...group, clients: ['s01', 's02'], stores: both, claimed: both })).toBe(
      ', though only `s01` and `s02` need them',
    );
    expect(needClause({ ...group, clients: ['s01'], stores: both })).toBe(', though only `s01` needs `s03`');
    expect(needClause({ ...group, clients: ['s00', 's01'] })).toBe('');
  });

  test('of many places the last says how many it stands for', () => {
    const source = { path: 'f', text: '' };
    const places = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ at: { source, start: index, end: index }, label: `${index}` }));
    expect(capped(places(24))).toEqual(places(24));
    const shown = capped(places(30));
    expect(shown).toHaveLength(24);
    expect(shown.slice(0, 23)).toEqual(places(23));
    expect(shown.at(-1)).toEqual({ at: { source, start: 23, end: 23 }, label: 'and 7 more places' });
    expect(capped(places(25)).at(-1)?.label).toBe('and 2 more places');
  });

  test('a better layout is told up to eight networks, each up to twelve members', () => {
    const clients = names(14).map((name) => `${name}: { image: example/${name}, environment: { DATABASE_HOST: db } }`);
    const wide = analyzeTopology(projectOf(`services:\n  ${clients.join('\n  ')}\n  db: { image: postgres }\n`));
    const member = (topology: typeof wide, name: string) => [topology.members.get(name)].flatMap((each) => each ?? []);
    const [segment] = wide.segments.values();
    if (!segment) throw new Error('no network');
    const base = { ...groupOf(['a', 'b'], { a: ['b'] }), segment };
    expect(layoutLines(wide, { ...base, stores: member(wide, 'db') })).toEqual([
      `  data: ${names(12).join(', ')} and 3 more (internal)`,
    ]);
    const pairs = names(10).map(
      (name) => `${name}: { image: example/${name}, environment: { DATABASE_HOST: d${name} } }`,
    );
    const stores = names(10).map((name) => `d${name}: { image: postgres }`);
    const deep = analyzeTopology(projectOf(`services:\n  ${[...pairs, ...stores].join('\n  ')}\n`));
    const lines = layoutLines(deep, { ...base, stores: names(10).flatMap((name) => member(deep, `d${name}`)) });
    expect(lines).toHaveLength(9);
    expect(lines.slice(0, 1)).toEqual(['  ds00-data: s00, ds00 (internal)']);
    expect(lines.at(-1)).toBe('  and 2 more');
  });
});
