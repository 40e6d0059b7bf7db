import { extendService, mergeTrees } from '../../src/compose/merge.js';
import { textOf } from '../../src/source/text.js';
import { mapping, type Tree } from '../../src/source/tree.js';
import { at, plain, withUnknowns, yaml } from '../support/trees.js';

function merged(base: string, override: string) {
  const { tree, problems } = mergeTrees(
    yaml(`services: { a: { ${base} } }`, 'base.yaml'),
    withUnknowns(yaml(`services: { a: { ${override} } }`, 'override.yaml')),
  );
  return { a: at(tree, 'services', 'a'), messages: problems.map(({ message }) => message) };
}

function place(tree: Tree | undefined): string | undefined {
  return tree && `${tree.at.source.path}: ${textOf(tree.at)}`;
}

describe('what an override does', () => {
  test.each<[string, string, object]>([
    ['image: x', 'image: y', { image: 'y' }],
    ['image: x', 'image:', { image: 'x' }],
    ['command: x', 'command:', { command: null }],
    ['entrypoint: [a]', 'entrypoint: [b]', { entrypoint: ['b'] }],
    [
      'healthcheck: { test: a, retries: 1 }',
      'healthcheck: { test: [b] }',
      { healthcheck: { test: ['b'], retries: 1 } },
    ],
    ['cap_add: [A]', 'cap_add: [B, A]', { cap_add: ['A', 'B', 'A'] }],
    ['environment: { B: 1, A: }', 'environment: [C=3]', { environment: ['A', 'B=1', 'C=3'] }],
    ['environment: { A: 1 }', 'environment:', { environment: ['A=1'] }],
    ['environment: [A=1]', 'environment: foo', { environment: ['A=1', 'foo'] }],
    ['labels: { A: [x, y] }', 'labels: { B: 1e7 }', { labels: ['A=x', 'A=y', 'B=1e+07'] }],
    ['extra_hosts: [a=1]', 'extra_hosts: { a: [1, 2] }', { extra_hosts: ['a=1', 'a=2'] }],
    ['build: x', 'build: { args: { A: 1 } }', { build: { context: 'x', args: { A: 1 } } }],
    ['networks: [x]', 'networks: { y: { aliases: [z] } }', { networks: { x: null, y: { aliases: ['z'] } } }],
    [
      'depends_on: [x]',
      'depends_on: { x: { condition: service_healthy } }',
      { depends_on: { x: { condition: 'service_healthy', required: true } } },
    ],
    [
      'logging: { driver: a, options: { x: 1 } }',
      'logging: { options: { y: 2 } }',
      { logging: { driver: 'a', options: { x: 1, y: 2 } } },
    ],
    ['logging: { driver: a, options: { x: 1 } }', 'logging: { driver: b }', { logging: { driver: 'b' } }],
    ['ulimits: { n: { soft: 1, hard: 2 } }', 'ulimits: { n: { soft: 3 } }', { ulimits: { n: { soft: 3 } } }],
    ['sysctls: {}', 'sysctls: { __proto__: 1 }', { sysctls: ['__proto__=1'] }],
  ])('%s + %s', (base, override, result) => {
    expect(merged(base, override)).toEqual({ a: expect.anything(), messages: [] });
    expect(plain(merged(base, override).a)).toEqual(result);
  });
});

describe('what cannot be merged is reported, and the base stays', () => {
  test.each([
    ['ports: ["80:80"]', 'ports: x', 'cannot override services.a.ports'],
    ['deploy: { replicas: 1 }', 'deploy: [1]', 'cannot override services.a.deploy'],
    ['logging: { driver: a }', 'logging:', 'cannot override services.a.logging'],
    ['networks: [x]', 'networks: [5]', 'services.a.networks.[] must be a string'],
  ])('%s + %s', (base, override, message) => {
    const { a, messages } = merged(base, override);
    expect(messages).toEqual([message]);
    expect(place(at(a, base.split(':')[0] ?? ''))).toBe(`base.yaml: ${base.slice(base.indexOf(':') + 2)}`);
  });

  test('in a service that extends another, Compose calls it x', () => {
    const { problems } = extendService(yaml('ports: ["80:80"]'), yaml('ports: x'));
    expect(problems.map(({ message }) => message)).toEqual(['cannot override services.x.ports']);
  });
});

describe('where the values of the result were written', () => {
  test('a replaced scalar is where the override has it, and knows what it replaces', () => {
    const { a } = merged('image: x', 'image: y');
    const image = at(a, 'image');
    expect(place(image)).toBe('override.yaml: y');
    expect(image?.at.via.map((step) => step.how !== 'default' && [step.how, textOf(step.site)])).toEqual([
      ['override', 'x'],
    ]);
    expect(a?.kind === 'mapping' && a.entries.get('image')?.at.source.path).toBe('override.yaml');
  });

  test('appended items stay where they were', () => {
    const { a } = merged('cap_add: [A]', 'cap_add: [B]');
    expect([place(at(a, 'cap_add', 0)), place(at(a, 'cap_add', 1))]).toEqual(['base.yaml: A', 'override.yaml: B']);
  });

  test('an entry that became KEY=value has the range of both, and both can be reached', () => {
    const { a } = merged('environment: [A=1]', 'environment: { KEY: "va lue" }');
    const item = at(a, 'environment', 1);
    expect(place(item)).toBe('override.yaml: KEY: "va lue"');
    const pair = item?.kind === 'scalar' ? item.pair : undefined;
    expect(pair && [textOf(pair.at), place(pair.value)]).toEqual(['KEY', 'override.yaml: "va lue"']);
  });

  test('a variable in it keeps its place', () => {
    const { a } = merged('environment: [A=1]', 'environment: { KEY: "x${X}" }');
    const item = at(a, 'environment', 1);
    expect(item?.kind === 'scalar' && item.interpolation).toMatchObject({
      raw: 'KEY=x${X}',
      substitutions: [{ name: 'X', start: 5, end: 9, rawStart: 5, rawEnd: 9 }],
    });
  });
});

describe('address pools', () => {
  const pools = (text: string) => yaml(`networks: { n: { ipam: { config: ${text} } } }`);
  test.each<[string, string, readonly object[]]>([
    ['[{ subnet: A }]', '[{ subnet: A, gateway: g }]', [{ subnet: 'A', gateway: 'g' }]],
    ['[{ subnet: A }]', '[{ subnet: A }, { subnet: B }]', [{ subnet: 'A' }, { subnet: 'B' }]],
    ['[{ subnet: A }]', '[{ subnet: B }]', [{ subnet: 'B' }]],
  ])('%s + %s', (base, override, result) => {
    const { tree } = mergeTrees(pools(base), pools(override));
    expect(plain(at(tree, 'networks', 'n', 'ipam', 'config'))).toEqual(result);
  });

  test('more of them than anybody has are merged by subnet, in little time', () => {
    const many = pools(`[${Array.from({ length: 20_000 }, (_, index) => `{ subnet: "${index}" }`).join(', ')}]`);
    const config = at(mergeTrees(many, many).tree, 'networks', 'n', 'ipam', 'config');
    expect(config?.kind === 'sequence' && config.items.length).toBe(20_000);
  });
});

test('an empty override gives back the very same tree', () => {
  const base = yaml('services: { a: { image: x } }');
  expect(mergeTrees(base, mapping([], base.at)).tree).toBe(base);
});
