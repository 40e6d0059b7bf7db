import { interpolateTree } from '../../src/compose/interpolate.js';
import type { Mode } from '../../src/compose/project.js';
import type { Lookup } from '../../src/compose/template.js';
import { textOf } from '../../src/source/text.js';
import { child, type Mapping } from '../../src/source/tree.js';
import { parseYaml } from '../../src/source/yaml.js';
import { plain } from '../support/trees.js';

function parsed(text: string): Mapping {
  const root = parseYaml({ path: 'compose.yaml', text }).documents[0]?.root;
  if (root?.kind !== 'mapping') throw new Error('no mapping');
  return root;
}

const VARIABLES = new Map([
  ['P', 'yes'],
  ['N', '3'],
  ['SECRET', 'hunter2'],
]);

const lookup: Lookup = (name) => {
  const value = VARIABLES.get(name);
  return value === undefined ? undefined : { value };
};

function interpolated(text: string, mode: Mode = 'strict') {
  const { tree, problems } = interpolateTree(parsed(text), lookup, mode);
  return { data: plain(tree), problems: problems.map(({ message, at }) => [message, at && textOf(at)]) };
}

test('substitutes values and not keys', () => {
  const { data } = interpolated('services:\n  a:\n    environment: { $N: "${N}" }\n    command: [$N, x]\nx-y: $N\n');
  expect(data).toEqual({ services: { a: { environment: { $N: '3' }, command: ['3', 'x'] } }, 'x-y': '3' });
});

test('casts at the places that Compose casts', () => {
  const { data, problems } = interpolated(
    'services:\n  a: { privileged: $P, scale: $N, cpus: "0.1", tty: "true", image: "3", ulimits: { nofile: $N } }\n' +
      'networks:\n  n: { internal: yes, driver: yes }\n',
  );
  expect(data).toEqual({
    services: { a: { privileged: true, scale: 3, cpus: 0.1, tty: true, image: '3', ulimits: { nofile: 3 } } },
    networks: { n: { internal: true, driver: 'yes' } },
  });
  expect(problems).toEqual([
    ['"yes" for boolean is not supported by YAML 1.2, please use `true`', '$P'],
    ['"yes" for boolean is not supported by YAML 1.2, please use `true`', 'yes'],
  ]);
});

test('shares the branches in which nothing changes', () => {
  const before = parsed('services:\n  a: { image: x }\n  b: { image: $N }\n');
  const { tree } = interpolateTree(before, lookup, 'strict');
  const [old, now] = [child(before, 'services'), child(tree, 'services')];
  expect(child(now, 'a')).toBe(child(old, 'a'));
  expect(child(now, 'b')).not.toBe(child(old, 'b'));
});

test('keeps what was written', () => {
  const { tree } = interpolateTree(parsed('a: v$$N${N}\nb: x\n'), lookup, 'strict');
  expect(child(tree, 'a')).toMatchObject({
    value: 'v$N3',
    interpolation: { raw: 'v$$N${N}', substitutions: [{ name: 'N', from: 'environment', start: 3, end: 4 }] },
  });
  expect(child(tree, 'b')).not.toHaveProperty('interpolation');
});

test('finds all problems, in Compose’s words, at their places', () => {
  const { problems } = interpolated(
    'services:\n  a:\n    image: "x\\t${1}"\n    command: [a, "${X:?say}"]\n    privileged: maybe\n    scale: $SECRET\n' +
      '    init: $UNSET\n',
  );
  expect(problems).toEqual([
    ['invalid interpolation format for services.a.image.\nYou may need to escape any $ with another $.', '${1}'],
    ['error while interpolating services.a.command.[]: required variable X is missing a value: say', '${X:?say}'],
    [
      'error while interpolating services.a.privileged: failed to cast to expected type: invalid boolean: maybe',
      'maybe',
    ],
    [
      'error while interpolating services.a.scale: failed to cast to expected type: strconv.Atoi: parsing "$SECRET": invalid syntax',
      '$SECRET',
    ],
    ['The "UNSET" variable is not set. Defaulting to a blank string.', '$UNSET'],
    ['error while interpolating services.a.init: failed to cast to expected type: invalid boolean: ', '$UNSET'],
  ]);
});

test('analysis leaves unknown values as they are', () => {
  const { data, problems } = interpolated(
    'services:\n  a: { image: "x:$TAG", scale: "${S:?}", tty: $T }\n',
    'analysis',
  );
  expect(data).toEqual({ services: { a: { image: 'x:${TAG}', scale: '${S}', tty: '${T}' } } });
  expect(problems).toEqual([]);
});
