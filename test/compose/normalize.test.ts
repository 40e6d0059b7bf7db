import { normalize } from '../../src/compose/normalize.js';
import { textOf } from '../../src/source/text.js';
import type { Tree } from '../../src/source/tree.js';
import { at, plain, withUnknowns, yaml } from '../support/trees.js';

function normalized(text: string, variables: Readonly<Record<string, string>> = {}): Tree {
  return normalize(withUnknowns(yaml(`name: p\n${text}`)), (name) => {
    const value = variables[name];
    return value === undefined ? undefined : { value };
  });
}

function reasons(tree: Tree | undefined): readonly string[] {
  return tree?.at.via.flatMap((step) => (step.how === 'default' ? [step.reason] : [])) ?? [];
}

describe('networks', () => {
  test.each<[string, object, readonly string[]]>([
    ['image: x', { default: null }, ['default']],
    ['networks: {}', { default: null }, ['default']],
    ['networks: { n: }', { n: null }, ['n']],
    ['networks: { default: { aliases: [x] } }', { default: { aliases: ['x'] } }, ['default', 'n']],
  ])('%s', (body, networks, declared) => {
    const tree = normalized(`services: { a: { ${body} } }\nnetworks: { ${declared.includes('n') ? 'n: ' : ''} }`);
    expect(plain(at(tree, 'services', 'a', 'networks'))).toEqual(networks);
    expect(Object.keys(Object(plain(at(tree, 'networks')))).sort()).toEqual(declared);
  });

  test.each(['network_mode: host', 'provider: { type: x }'])('%s: none', (body) => {
    const tree = normalized(`services: { a: { ${body} } }`);
    expect([at(tree, 'services', 'a', 'networks'), at(tree, 'networks')]).toEqual([undefined, undefined]);
  });

  test('the default network says which service caused it', () => {
    const tree = normalized('services: { a: { image: x } }');
    const network = at(tree, 'networks', 'default');
    expect([network && textOf(network.at), reasons(network)]).toEqual([
      'a',
      ['a service is on the default network and the files do not declare it'],
    ]);
    expect(reasons(at(tree, 'services', 'a', 'networks', 'default'))).toEqual(['the service names no network']);
  });

  test('names come from the project and the key', () => {
    const tree = normalized('networks: { a: , b: { external: true }, c: { name: x } }\nvolumes: { v: }');
    expect(plain(tree)).toEqual({
      name: 'p',
      networks: { a: { name: 'p_a' }, b: { external: true, name: 'b' }, c: { name: 'x' } },
      volumes: { v: { name: 'p_v' } },
    });
  });
});

describe('implied dependencies', () => {
  const started = { condition: 'service_started', required: true };
  test.each<[string, object, string]>([
    ['links: [db:database]', { db: { ...started, restart: true } }, 'a link needs its target'],
    ['links: [a:b:c]', { 'a:b:c': { ...started, restart: true } }, 'a link needs its target'],
    [
      'network_mode: service:db',
      { db: { ...started, restart: true } },
      '`network_mode` shares a namespace of the other service',
    ],
    ['pid: service:db', { db: { ...started, restart: true } }, '`pid` shares a namespace of the other service'],
    [
      'volumes_from: [db:ro, container:x]',
      { db: { ...started, restart: false } },
      '`volumes_from` mounts what the other service has',
    ],
  ])('%s', (body, dependencies, reason) => {
    const dependsOn = at(normalized(`services: { a: { ${body} } }`), 'services', 'a', 'depends_on');
    expect(plain(dependsOn)).toEqual(dependencies);
    expect(dependsOn?.kind === 'mapping' && [...dependsOn.entries.values()].map(({ value }) => reasons(value))).toEqual(
      [[reason]],
    );
  });

  test('they point at the name, and leave what is written alone', () => {
    const tree = normalized(
      'services: { a: { links: [db:x, web:y], depends_on: { db: { condition: service_healthy } } } }',
    );
    const dependsOn = at(tree, 'services', 'a', 'depends_on');
    expect(plain(at(dependsOn, 'db'))).toEqual({ condition: 'service_healthy' });
    const web = at(dependsOn, 'web');
    expect(web && textOf(web.at)).toBe('web');
  });

  test('an unknown name implies nothing', () => {
    expect(at(normalized('services: { a: { links: ["${DB}:db"] } }'), 'services', 'a', 'depends_on')).toBeUndefined();
  });
});

describe('variables by name', () => {
  const variables = { A: 'from outside' };
  test.each<[string, readonly string[], unknown]>([
    ['environment: [A, B, C=1]', ['environment'], ['A=from outside', 'B', 'C=1']],
    ['environment: { A: , B: , C: 1 }', ['environment'], { A: 'from outside', B: null, C: 1 }],
    ['build: { args: [A, B, C=1] }', ['build', 'args'], ['A=from outside', 'C=1']],
    ['build: { args: { A: , B: , C: } }', ['build', 'args'], { A: 'from outside' }],
  ])('%s', (body, path, result) => {
    expect(plain(at(normalized(`services: { a: { ${body} } }`, variables), 'services', 'a', ...path))).toEqual(result);
  });

  test('the value is marked as coming from the variable', () => {
    const item = at(normalized('services: { a: { environment: [A] } }', variables), 'services', 'a', 'environment', 0);
    expect(item?.kind === 'scalar' && item.interpolation).toEqual({
      raw: 'A',
      substitutions: [{ name: 'A', from: 'environment', start: 2, end: 14, rawStart: 0, rawEnd: 1 }],
    });
  });
});

test.each<[string, string, unknown]>([
  ['build: {}', 'build', { context: '.', dockerfile: 'Dockerfile' }],
  ['build: { dockerfile_inline: FROM x }', 'build', { context: '.', dockerfile_inline: 'FROM x' }],
  ['pull_policy: if_not_present', 'pull_policy', 'missing'],
  ['volumes: [{ type: volume, target: /a//b/ }]', 'volumes', [{ type: 'volume', target: '/a/b' }]],
  ['image: i, pre_start: [{ command: x }, { image: j }]', 'pre_start', [{ command: 'x', image: 'i' }, { image: 'j' }]],
])('%s', (body, key, result) => {
  expect(plain(at(normalized(`services: { a: { ${body} } }`), 'services', 'a', key))).toEqual(result);
});

test('values of a wrong type stay as they are', () => {
  const text =
    'services: { a: { build: 5, environment: x, depends_on: 5, links: 5, volumes: x, networks: 5 }, b: , c: [] }\nnetworks: []';
  expect(plain(at(normalized(text), 'services', 'a', 'build'))).toBe(5);
});
